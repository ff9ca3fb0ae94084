import { readFile } from "node:fs/promises";
import { Approvals } from "./approvals";
import { type Colleague, expect, test } from "./desk";
import { glance, sketch } from "./looks";
import { minutes, seconds } from "./time";

test("Ivy finds who approves whose work too often and too quickly, and Max looks at a drawn approval again", async ({
  desk,
  signedInAs,
}) => {
  test.setTimeout(360_000);
  const approvals = new Approvals(desk);
  const often = { agent: "Ada", supervisor: "Sam", took: seconds(20) } as const;
  await approvals.tell([
    { ...often, times: 14 },
    { agent: "Bob", supervisor: "Max", times: 14, took: minutes(4) },
    { agent: "Bob", supervisor: "Sam", times: 8, took: minutes(4) },
    { agent: "Ada", supervisor: "Max", times: 8, took: minutes(4) },
  ]);

  const ivy = await signedInAs("Ivy");
  await test.step("The planted pair is first, with reasons in words", async () => {
    await ivy.page.goto("/reports");
    await expect(ivy.page.getByText("One pair stands out in who approves whose work")).toBeVisible();
    const pairs = ivy.page.getByRole("table", { name: /^Approvals of an agent's tickets/ }).getByRole("row");
    await expect(pairs.nth(1)).toContainText("Ada → Sam");
    await expect(pairs.nth(1)).toContainText("Stands out");
    await expect(pairs.nth(1)).toContainText("14 of 14 within a minute of opening the packet.");
    await sketch(ivy.page, "reports");
  });

  await test.step("Figures are taken along as files, and each is an entry", async () => {
    const csv = await downloaded(ivy, 'Download "Who approves whose work" as CSV');
    expect(csv.split("\r\n")[1]).toMatch(/^Ada,Sam,14,/);
    const svg = await downloaded(ivy, 'Download "Who approves whose work" as SVG');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*Ada and Sam.*<\/svg>$/s);
    expect(await downloaded(ivy, 'Download "Factor yield" as CSV')).toContain("Serial,44,0\r\n");
    await ivy.page.goto("/trail?type=report.downloaded");
    await expect(ivy.page.getByRole("row").filter({ hasText: "report.downloaded" })).toHaveCount(3);
  });

  const drawn = await test.step("The draw takes approvals, and nobody knows which before", async () => {
    await ivy.page.goto("/second-reviews");
    const waiting = ivy.page.getByRole("link", { name: /^Look again at CS-/ });
    await expect(async () => {
      await ivy.page.reload();
      if ((await waiting.count()) === 0) await approvals.tell([{ ...often, times: 5 }]);
      await ivy.page.reload();
      await expect(waiting.first()).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 120_000 });
    return (await waiting.first().getAttribute("href")) ?? "";
  });

  await test.step("Whoever signed it may not look again; the other supervisor does, and finds it wrong", async () => {
    await ivy.page.goto(drawn);
    const by = await ivy.page.getByRole("definition").nth(1).textContent();
    const [signer, other] = by === "Sam" ? (["Sam", "Max"] as const) : (["Max", "Sam"] as const);
    const first = await signedInAs(signer);
    await first.page.goto(drawn);
    await expect(first.page.getByText("You signed this ticket or had a hand in its account")).toBeVisible();
    const second = await signedInAs(other);
    await second.page.goto("/second-reviews");
    await glance(second.page, "second reviews");
    await second.page.goto(drawn);
    await sketch(second.page, "second-review");
    await second.page.getByRole("radio", { name: "It looks wrong" }).check();
    await second.page
      .getByRole("textbox", { name: "What you found" })
      .fill("The packet was signed before it can have been read.");
    await second.page.getByRole("textbox", { name: "Code from your authenticator" }).fill("000000");
    await second.page.getByRole("button", { name: "Enter what I found" }).click();
    await expect(second.page.getByRole("alert")).toBeVisible();
    await expect(second.page.getByRole("radio", { name: "It looks wrong" })).toBeChecked();
    await expect(second.page.getByRole("textbox", { name: "What you found" })).toHaveValue(/^The packet was signed/);
    await second.page.getByRole("textbox", { name: "Code from your authenticator" }).fill(second.code());
    await second.page.getByRole("button", { name: "Enter what I found" }).click();
    await expect(second.page.getByText("What you found is on the trail.")).toBeVisible();
    await expect(second.page.getByText("Looks wrong")).toBeVisible();
  });

  await test.step("Auditors and admins are warned", async () => {
    const rob = await signedInAs("Rob");
    for (const { page } of [ivy, rob]) {
      await page.goto("/second-reviews");
      await expect(page.getByText("An approval looked wrong to a second supervisor")).toBeVisible();
    }
    await glance(rob.page, "second reviews under a warning");
    await rob.page.getByRole("region", { name: "Warnings" }).getByRole("link", { name: "Look" }).click();
    await expect(rob.page.getByText("The packet was signed before it can have been read.")).toBeVisible();
  });
});

async function downloaded({ page }: Colleague, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return readFile(await download.path(), "utf8");
}
