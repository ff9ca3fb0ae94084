import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exportBundle } from "./auditor";
import { expect, test } from "./desk";
import { glance, picture } from "./looks";

const verifier = fileURLToPath(new URL("../public/verify/", import.meta.url));

test("Ivy exports a bundle, and finds it whole with the one-file verifier and on the page; a changed byte is named", async ({
  desk,
  signedInAs,
}) => {
  const ivy = await signedInAs("Ivy");
  const { page } = ivy;
  await page.goto("/trail?type=staff.added");
  const zip = join(desk.folder, "taken.zip");
  await exportBundle(ivy, "Filtered bundle", zip);
  const key = (await desk.countersign("keys", "show")).out.trim().split("\n").at(-1) ?? "";

  await test.step("On a machine without the project: one file, and Node", () => {
    const elsewhere = join(desk.folder, "elsewhere");
    mkdirSync(elsewhere);
    copyFileSync(join(verifier, "verify.mjs"), join(elsewhere, "verify.mjs"));
    const ran = spawnSync(process.execPath, ["verify.mjs", "--vkey", key, zip], {
      cwd: elsewhere,
      env: { NODE_ENV: "production" },
      encoding: "utf8",
    });
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toMatch(/^Valid: .*\nA filtered bundle: \d+ shown, .* withheld/);
    const second = spawnSync("python3", [join(verifier, "verify.py"), "--vkey", key, zip], { encoding: "utf8" });
    expect([second.status, second.stderr]).toEqual([0, ""]);
  });

  await page.goto("/verify");
  await glance(page, "verify, nothing dropped yet");
  await page.getByLabel("The bundle", { exact: true }).setInputFiles(zip);
  await page.getByLabel("The trail's verifier key").fill("not a key");
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("This is no verifier key of a trail")).toBeVisible();
  await page.getByLabel("The trail's verifier key").fill(`${key.slice(0, -5)}AAAAA`);
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("its ID does not belong to this key")).toBeVisible();
  await page.getByLabel("The trail's verifier key").fill(key);
  await page.getByText("More", { exact: true }).click();
  await page.getByLabel("The manifest's digest").fill("ab".repeat(32));
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("This is another bundle than the one demanded")).toBeVisible();
  await page.getByLabel("The manifest's digest").fill("");
  await page.getByLabel("A witness's verifier key").fill(key);
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("This is no verifier key of a witness")).toBeVisible();
  await glance(page, "verify, with more opened");
  await page.getByLabel("A witness's verifier key").fill("");
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("It holds")).toBeVisible();
  await picture(page, "verify");

  const [changed, seq] = withOneByteChanged(zip);
  await page.getByLabel("The bundle", { exact: true }).setInputFiles(changed);
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("It was tampered with")).toBeVisible();
  await expect(page.getByText(`Entry ${seq} was changed`)).toBeVisible();
  await picture(page, "verify-tampered");
});

/** The zip with one letter of one entry changed, and that entry's number. */
function withOneByteChanged(zip: string): [path: string, seq: number] {
  const out = zip.replace(".zip", "-changed.zip");
  const script = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as new:
  for name in old.namelist():
    data = old.read(name)
    if name == "entries.jsonl":
      line = [l for l in data.split(b"\\n") if l.startswith(b"{")][-1]
      seq = json.loads(line)["seq"]
      data = data.replace(line, line.replace(b'"outcome":"ok"', b'"outcome":"oj"'))
    new.writestr(name, data)
print(seq)`;
  const path = `${zip}.py`;
  writeFileSync(path, script);
  const ran = spawnSync("python3", [path, zip, out], { encoding: "utf8" });
  expect(ran.stderr).toBe("");
  return [out, Number(ran.stdout)];
}
