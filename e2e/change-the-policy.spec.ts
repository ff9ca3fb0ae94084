import { readFile } from "node:fs/promises";
import { askQuestions, confirmNewAddress, openTicket, submit, trySerial } from "./agent";
import { type Colleague, expect, test } from "./desk";
import { holderWho } from "./holders";
import { glance, sketch } from "./looks";
import { openPacket } from "./supervisor";
import { days } from "./time";

interface Document {
  version: number;
  passwordMinLength: number;
  points: { serialWhole: number };
  tiers: { T4: { approvals: number; hold: { fromPoints: number; ms: number }[] } };
}

test("Rob drafts a stricter policy and only Ned can put it in force; a ticket that began before keeps its version", async ({
  desk,
  signedInAs,
}) => {
  const ada = await signedInAs("Ada");
  const lost = holderWho("lost everything");
  const total = await openTicket(ada, lost, ["The e-mail address on file", "The phone number on file"]);
  await confirmNewAddress(ada, desk, "hal.new@harbour.example");
  await trySerial(ada, lost.serials[0] ?? "");
  await askQuestions(ada, lost);
  await submit(ada);
  await proveForgotten(ada, "forgot a password");

  const rob = await signedInAs("Rob");
  await rob.page.goto("/policies");
  await expect(rob.page.getByRole("heading", { name: "In force: standard, version 2" })).toBeVisible();
  await glance(rob.page, "policies");
  await rob.page.getByRole("link", { name: "Begin a draft" }).click();
  await glance(rob.page, "a draft to write");

  const form = rob.page.getByRole("form", { name: "Draft a policy" });
  const text = form.getByRole("textbox", { name: "Document" });
  const reason = form.getByRole("textbox", { name: "Reason" });
  const write = async (change: (document: Document) => void) => {
    const document = JSON.parse(await text.inputValue()) as Document;
    change(document);
    await text.fill(JSON.stringify(document, null, 2));
  };
  await test.step("What goes below the floor is named with its place, and what was typed is kept", async () => {
    await write((d) => {
      d.tiers.T4.approvals = 1;
      d.passwordMinLength = 7;
    });
    await form.getByRole("button", { name: "Check and try out" }).click();
    await expect(rob.page.getByText("/tiers/T4/approvals")).toBeVisible();
    await expect(rob.page.getByText("This must be at least 2: no policy goes below.")).toBeVisible();
    await expect(rob.page.getByText("/passwordMinLength", { exact: true })).toBeVisible();
    expect(JSON.parse(await text.inputValue())).toMatchObject({ passwordMinLength: 7 });
    await glance(rob.page, "a draft with faults");
  });
  await test.step("A file's text is put where it can be edited", async () => {
    const buffer = Buffer.from(await text.inputValue());
    await rob.page
      .getByLabel("Begin with a file, if you have one")
      .setInputFiles({ name: "p.json", mimeType: "text/plain", buffer });
    await rob.page.getByRole("button", { name: "Read the file" }).click();
    await expect(rob.page.getByText("2 places to mend")).toBeVisible();
  });
  await test.step("Checked, it tells what changes and which past ticket would have gone differently", async () => {
    await write((d) => {
      d.tiers.T4.approvals = 2;
      d.passwordMinLength = 10;
      d.points.serialWhole = 20;
      for (const row of d.tiers.T4.hold) if (row.fromPoints === 0) row.ms = days(10);
    });
    await reason.fill("A label was sold on a market");
    await form.getByRole("button", { name: "Check and try out" }).click();
    const weaker = rob.page.getByRole("row").filter({ hasText: "Shortest password" });
    await expect(weaker).toContainText("weaker");
    await expect(rob.page.getByRole("row").filter({ hasText: "Whole label of a device" })).toContainText("20 points");
    await expect(rob.page.getByText("Of the last 2 tickets that were submitted or have ended, 1 would")).toBeVisible();
    const row = rob.page.getByRole("row").filter({ hasText: `CS-${total}` });
    await expect(row).toContainText("asked for more");
    await expect(row).toContainText("60 of 50 points; 2 approvals, hold 72 hours");
    await expect(row).toContainText("55 of 50 points; 2 approvals, hold 10 days");
    await expect(reason).toHaveValue("A label was sold on a market");
    await glance(rob.page, "a draft that was tried out");
  });
  await test.step("A wrong code drafts nothing and keeps what was typed", async () => {
    await form.getByRole("textbox", { name: "Code of your authenticator" }).fill("000 000");
    await form.getByRole("button", { name: "Propose it" }).click();
    await expect(rob.page.getByRole("alert")).toContainText("That code is not right");
    await expect(reason).toHaveValue("A label was sold on a market");
    expect(JSON.parse(await text.inputValue())).toMatchObject({ passwordMinLength: 10 });
  });
  await form.getByRole("textbox", { name: "Code of your authenticator" }).fill(rob.code());
  await form.getByRole("button", { name: "Propose it" }).click();
  await expect(rob.page.getByText("You drafted it.")).toBeVisible();
  await expect(rob.page.getByRole("button", { name: "Put this policy in force" })).toHaveCount(0);

  await test.step("Ivy reads it, and takes the tickets as a file", async () => {
    const ivy = await signedInAs("Ivy");
    await ivy.page.goto("/policies");
    await glance(ivy.page, "policies with a draft");
    await ivy.page.getByRole("link", { name: "Read the draft" }).click();
    await expect(ivy.page.getByText("A label was sold on a market")).toBeVisible();
    await expect(ivy.page.getByRole("button", { name: "Withdraw the draft" })).toHaveCount(0);
    const [download] = await Promise.all([
      ivy.page.waitForEvent("download"),
      ivy.page.getByRole("link", { name: "Download as CSV" }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`CS-${total},T4,in_review,`);
    expect(lines[1]).toContain(",72,240,");
  });

  const ned = await signedInAs("Ned");
  await ned.page.goto("/policies/draft");
  await sketch(ned.page, "policy-draft");
  await ned.page.getByRole("textbox", { name: "Code of your authenticator" }).fill(ned.code());
  await ned.page.getByRole("button", { name: "Put this policy in force" }).click();
  await expect(ned.page.getByRole("status")).toContainText("The policy is in force");
  await expect(ned.page.getByRole("heading", { name: "In force: standard, version 3" })).toBeVisible();
  await expect(ned.page.getByText("Drafted by Rob")).toBeVisible();
  await glance(ned.page, "policies after a change");

  await test.step("The old ticket is judged by the version it began with, a new one by the new", async () => {
    const later = await proveForgotten(await signedInAs("Ada"), "calls about a password");
    const sam = await signedInAs("Sam");
    await openPacket(sam, total);
    await expect(sam.page.getByText("standard, version 2")).toBeVisible();
    await openPacket(sam, later);
    await expect(sam.page.getByText("standard, version 3")).toBeVisible();
  });

  await test.step("One operator changes no more what two admins decided on, and the trail is whole", async () => {
    const chosen = await desk.countersign("policy", "strict");
    expect(chosen.err).toContain("Two admins decided on the policy in force");
    const shown = await desk.countersign("policy", "show");
    expect(JSON.parse(shown.out)).toMatchObject({ id: "standard", version: 3, points: { serialWhole: 20 } });
    const verified = await desk.countersign("verify");
    expect(verified.code, verified.err).toBe(0);
  });
});

test("Ned takes back a draft of Rob's, and nothing has changed", async ({ signedInAs }) => {
  const rob = await signedInAs("Rob");
  await rob.page.goto("/policies/draft");
  const form = rob.page.getByRole("form", { name: "Draft a policy" });
  const text = form.getByRole("textbox", { name: "Document" });
  const document = JSON.parse(await text.inputValue()) as Document;
  await text.fill(JSON.stringify({ ...document, passwordMinLength: 16 }));
  await form.getByRole("textbox", { name: "Reason" }).fill("Longer ones are asked for");
  await form.getByRole("textbox", { name: "Code of your authenticator" }).fill(rob.code());
  await form.getByRole("button", { name: "Propose it" }).click();
  await expect(rob.page.getByText("You drafted it.")).toBeVisible();

  const ned = await signedInAs("Ned");
  await ned.page.goto("/policies");
  await ned.page.getByRole("link", { name: "Read the draft" }).click();
  await ned.page.getByRole("button", { name: "Withdraw the draft" }).click();
  await expect(ned.page.getByRole("status")).toContainText("The draft is withdrawn.");
  await expect(ned.page.getByRole("link", { name: "Read the draft" })).toHaveCount(0);

  await rob.page.getByRole("button", { name: "Withdraw the draft" }).click();
  await expect(rob.page.getByRole("alert")).toContainText("does not wait any more");
});

/** An agent proves a device of somebody who forgot a password, and submits it. */
async function proveForgotten(agent: Colleague, who: Parameters<typeof holderWho>[0]): Promise<string> {
  const holder = holderWho(who);
  const number = await openTicket(agent, holder, ["The password"]);
  await trySerial(agent, holder.serials[0] ?? "");
  await submit(agent);
  return number;
}
