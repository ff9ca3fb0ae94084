import sharp from "sharp";
import { portalNewsWords } from "~/ui/words/portal-news";
import { portalFileRefusals } from "~/ui/words/portal-refusals-files";
import { portalPurchaseWords } from "~/ui/words/purchases";
import { askQuestions, confirmNewAddress, openTicket, referenceIn, submit, trySerial } from "./agent";
import { type Colleague, expect, type Reader, test } from "./desk";
import { comeIn } from "./holder";
import { holderWho } from "./holders";
import { glance } from "./looks";
import { openPacket } from "./supervisor";
import { minutes } from "./time";

test.use({ reading: { language: "en", scripts: false } });

test("The requester sends a receipt from a phone, Bob reads it, and Sam sees what it adds", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const holder = holderWho("has a receipt");
  const [serial = "", other = ""] = holder.serials;
  const address = "receipt.new@harbour.example";
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, holder, ["The e-mail address on file", "The phone number on file"]);
  const letter = await confirmNewAddress(ada, desk, address);

  const requester = await someone();
  await test.step("The requester opens the request's page on a phone", async () => {
    desk.clock.pass(minutes(3));
    await comeIn(requester, desk, { reference: referenceIn(letter), address });
  });
  await test.step("A receipt with a script in it is not taken, and the page says what would do", async () => {
    const active = receipt("<< /S /JavaScript /JS (app.alert\\(1\\)) >>");
    await send(requester, { name: "receipt.pdf", mimeType: "application/pdf", buffer: active });
    await expect(requester.page.getByRole("alert")).toContainText(
      portalFileRefusals[requester.language]["active-document"],
    );
    await glance(requester.page, "request with a receipt refused");
    await requester.page.goto("/request/status");
  });
  await test.step("A PDF and a photo of it are", async () => {
    await send(requester, { name: "receipt.pdf", mimeType: "application/pdf", buffer: receipt() });
    await expect(requester.page.getByText(portalNewsWords[requester.language].purchase ?? "no news")).toBeVisible();
    await send(requester, { name: "../photo.jpg", mimeType: "image/jpeg", buffer: await photoOf(serial) });
    await expect(requester.page.getByText(portalNewsWords[requester.language].purchase ?? "no news")).toBeVisible();
  });

  const bob = await signedInAs("Bob");
  await test.step("Bob gets the PDF as a file, never in a page, and sets it aside", async () => {
    await bob.page.goto("/queue");
    await bob.page.getByRole("link", { name: `CS-${number}` }).click();
    await expect(bob.page.getByRole("heading", { name: "Proof of purchase 1" })).toBeVisible();
    await glance(bob.page, "proof of purchase in PDF");
    const link = bob.page.getByRole("link", { name: "Save the PDF" });
    const served = await bob.page.request.get((await link.getAttribute("href")) ?? "");
    expect(served.headers()).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="proof-of-purchase.pdf"',
    });
    expect(served.headers()["content-security-policy"]).toContain("sandbox");
    const saving = bob.page.waitForEvent("download");
    await link.click();
    expect((await saving).suggestedFilename()).toBe("proof-of-purchase.pdf");
    await bob.page.getByRole("radio", { name: "No serial stands on it" }).check();
    await bob.page.getByRole("button", { name: "Set it aside" }).click();
    await expect(bob.page.getByText("Your judgement is recorded.")).toBeVisible();
  });
  await test.step("Bob reads the photo; of the account he sees the holder's mask alone", async () => {
    await bob.page.getByRole("link", { name: `CS-${number}` }).click();
    await expect(bob.page.getByRole("heading", { name: "Proof of purchase 2" })).toBeVisible();
    await expect(bob.page.getByText("The holder on file:")).toBeVisible();
    await glance(bob.page, "proof of purchase");
    await read(bob, { serial: "no serial", date: "2014-05-02" });
    await expect(bob.page.getByRole("alert")).toBeVisible();
    await expect(bob.page.getByLabel("The date that stands on it")).toHaveValue("2014-05-02");
    await read(bob, { serial, date: "2014-05-02" });
    await expect(bob.page.getByText("Your judgement is recorded.")).toBeVisible();
  });

  await ada.page.goto(`/tickets/${number}`);
  await expect(ada.page.getByText("A proof of purchase (done)")).toBeVisible();
  await expect(ada.page.getByText("names a device and the holder", { exact: true })).toBeVisible();
  await expect(ada.page.getByText("could not be used")).toBeVisible();
  await glance(ada.page, "ticket with proofs of purchase");
  await trySerial(ada, other);
  await askQuestions(ada, holder);
  await submit(ada);
  const sam = await signedInAs("Sam");
  await openPacket(sam, number);
  await glance(sam.page, "approval with a proof of purchase");
  await expect(sam.page.getByText(/Serial, holder and date read by a second person/)).toBeVisible();
});

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function send({ page, language }: Reader, file: File): Promise<void> {
  const words = portalPurchaseWords[language];
  const field = page.getByLabel(words.field);
  if (!(await field.isVisible())) await page.getByText(words.title, { exact: true }).click();
  await field.setInputFiles(file);
  await page.getByRole("button", { name: words.send }).click();
}

async function read({ page }: Colleague, said: { serial: string; date: string }): Promise<void> {
  await page.getByLabel("The serial that stands on it").fill(said.serial);
  await page.getByLabel("The date that stands on it").fill(said.date);
  await page.getByLabel("It names this holder").check();
  await page.getByRole("button", { name: "Check what I read" }).click();
}

/** A receipt in PDF, with these objects beside its page. */
function receipt(...more: string[]): Buffer {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", ...more];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`);
}

/** A photo of a receipt that names a serial. */
function photoOf(serial: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="1200" fill="#f4f1ea"/>
    <text x="60" y="140" font-size="60" font-family="serif">Harbour Cameras</text>
    <text x="60" y="240" font-size="34" font-family="serif">Receipt of 2 May 2014 for 김민준</text>
    <text x="60" y="340" font-size="30" font-family="monospace">${serial.replaceAll("&", "&amp;")}</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}
