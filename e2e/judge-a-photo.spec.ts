import sharp from "sharp";
import { confirmNewAddress, openTicket } from "./agent";
import { type Colleague, expect, test } from "./desk";
import { holderWho } from "./holders";
import { glance } from "./looks";

test("Bob reads the photo that Ada was sent, and what he read proves a device", async ({ desk, signedInAs }) => {
  const holder = holderWho("has a photo");
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, holder, ["The e-mail address on file", "The phone number on file"]);
  await confirmNewAddress(ada, desk, "photo.new@harbour.example");

  await test.step("A page of HTML that calls itself a photo is not taken", async () => {
    await addPhoto(ada, { name: "label.png", mimeType: "image/png", buffer: Buffer.from("<script>alert(1)</script>") });
    await expect(ada.page.getByRole("alert")).toContainText("That file is not a photo we can take.");
    await ada.page.goto(`/tickets/${number}`);
  });
  const photo = await photoOf(`CS-${number}`, holder.serials[0] ?? "");
  await addPhoto(ada, { name: "../../label.jpg", mimeType: "image/jpeg", buffer: photo });
  await expect(ada.page.getByText("waits for a second person")).toBeVisible();
  await addPhoto(ada, { name: "other.webp", mimeType: "image/webp", buffer: await sharp(photo).webp().toBuffer() });
  await expect(ada.page.getByText("waits for a second person")).toHaveCount(2);

  await test.step("Ada, who brought it, cannot judge it", async () => {
    await ada.page.getByRole("link", { name: "Photo 1" }).click();
    await expect(ada.page.getByText("A second person reads this photo")).toBeVisible();
    await expect(ada.page.getByLabel("What the label says")).toHaveCount(0);
  });

  const bob = await signedInAs("Bob");
  await test.step("Bob sees the photo and types what he reads", async () => {
    expect((await bob.page.goto(`/tickets/${number}`))?.status()).toBe(404);
    await bob.page.goto("/queue");
    await bob.page.getByRole("link", { name: `CS-${number}` }).click();
    await expect(bob.page.getByRole("heading", { name: "Photo 1" })).toBeVisible();
    const image = bob.page.getByRole("img", { name: /device label/ });
    await expect(image).toBeVisible();
    expect(await image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
    await glance(bob.page, "photo");
    await bob.page.getByLabel(`CS-${number} is written by hand beside the label`).check();
    await bob.page.getByLabel("What the label says").fill(holder.serials[0] ?? "");
    await bob.page.getByRole("button", { name: "Check what I read" }).click();
  });
  await test.step("Bob sets the other photo aside", async () => {
    await expect(bob.page.getByText("Your judgement is recorded.")).toBeVisible();
    await bob.page.getByRole("link", { name: `CS-${number}` }).click();
    await expect(bob.page.getByRole("heading", { name: "Photo 2" })).toBeVisible();
    await bob.page.getByRole("radio", { name: "The label cannot be read" }).check();
    await bob.page.getByRole("button", { name: "Set the photo aside" }).click();
  });
  await ada.page.goto(`/tickets/${number}`);
  await expect(ada.page.getByText("A device, by a photo of its label (done)")).toBeVisible();
  await expect(ada.page.getByText("matches a device", { exact: true })).toBeVisible();
  await expect(ada.page.getByText("could not be used")).toBeVisible();
});

test("A photo is served as a plain image that nothing in it can run in", async ({ desk, signedInAs }) => {
  const holder = holderWho("has a photo, too");
  const ada = await signedInAs("Ada");
  await openTicket(ada, holder, ["The e-mail address on file", "The phone number on file"]);
  await confirmNewAddress(ada, desk, "served.new@harbour.example");
  const exif = { IFD0: { Artist: "Somebody's name", Copyright: "12 Home Street" } };
  const bytes = await sharp(await photoOf("CS-1", "L38239367"))
    .withExif(exif)
    .jpeg()
    .toBuffer();
  await addPhoto(ada, { name: "label.jpg", mimeType: "image/jpeg", buffer: bytes });
  await ada.page.getByRole("link", { name: "Photo 1" }).click();
  const src = (await ada.page.getByRole("img", { name: /device label/ }).getAttribute("src")) ?? "";
  const served = await ada.page.request.get(src);
  expect(served.headers()).toMatchObject({ "content-type": "image/jpeg" });
  expect(served.headers()["x-content-type-options"]).toContain("nosniff");
  expect(served.headers()["content-disposition"]).toContain("attachment");
  expect(served.headers()["content-security-policy"]).toContain("sandbox");
  expect((await served.body()).toString("latin1")).not.toContain("Home Street");
});

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function addPhoto({ page }: Colleague, file: File): Promise<void> {
  const field = page.getByLabel("Photo", { exact: true });
  if (!(await field.isVisible())) await page.getByText("Have a photo of the label judged").click();
  await field.setInputFiles(file);
  await page.getByRole("button", { name: "Add the photo" }).click();
}

/** A photo of a label beside a ticket's number. */
function photoOf(ticket: string, label: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500"><rect width="900" height="500" fill="#ddd"/>
    <text x="40" y="160" font-size="90" font-family="cursive">${ticket}</text>
    <text x="40" y="360" font-size="30" font-family="monospace">${label.replaceAll("&", "&amp;")}</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}
