import { randomUUID } from "node:crypto";
import { isDocument } from "domain/files/document";
import { addPurchase, declinePurchase, judgePurchase } from "domain/judge-purchase";
import { dayBegins } from "domain/purchase-date";
import { parseSerial } from "domain/serial";
import type { Door, Outcome } from "~/door.server";
import { type Cleaned, cleanDocument, cleanPhoto } from "~/photo.server";
import { deviceMatch } from "~/read.server";
import { type CaseRef, enactCase, refuseInput, type Who } from "./case.server";
import { opensFrozen } from "./check-serial.server";
import { takeFile } from "./uploaded-file.server";

/** Takes a proof of purchase into the vault, a picture made anew or a PDF as it is, for a second person to judge. */
export function takePurchase(door: Door, who: Who, ref: CaseRef, bytes: Buffer): Promise<Outcome> {
  const form = isDocument(bytes) ? "document" : "picture";
  const clean = async (file: Buffer) => (form === "document" ? cleanDocument(file) : neither(await cleanPhoto(file)));
  return takeFile(door, who, ref, { kind: "purchase", bytes, clean, adding: (file) => addPurchase({ ...file, form }) });
}

/** What is no picture is no document either, or it would have been read as one. */
const neither = (file: Cleaned): Cleaned =>
  "refused" in file && file.refused === "not-a-photo" ? { refused: "not-a-document" } : file;

export interface ReadOnPurchase {
  purchase: string;
  /** What the judge read on it: the serial, and its date as 2020-01-31. */
  serial: string;
  date: string;
  namesHolder: boolean;
}

/** The judge says what stands on it; the serial goes through the matcher like any other, and the rules compare the rest. */
export async function judge(door: Door, who: Who, ref: CaseRef, read: ReadOnPurchase): Promise<Outcome> {
  const { purchase, namesHolder } = read;
  const serial = parseSerial(read.serial);
  if (!serial) return refuseInput(door, who, ref, "purchase.judge", "not-a-serial");
  const dated = dayBegins(read.date);
  if (dated === null) return refuseInput(door, who, ref, "purchase.judge", "not-a-date");
  const { result, device, boundAt } = await deviceMatch(door, ref.account, serial, await opensFrozen(door, ref));
  const [attempt, evidence] = [randomUUID(), randomUUID()];
  const decide = judgePurchase({ purchase, namesHolder, dated, attempt, result, device, boundAt, evidence });
  return enactCase(door, who, ref, decide, { query: { device } });
}

/** The judge says that it shows nothing to judge. */
export const decline = (
  door: Door,
  who: Who,
  ref: CaseRef,
  purchase: string,
  reason: Parameters<typeof declinePurchase>[1],
): Promise<Outcome> => enactCase(door, who, ref, declinePurchase(purchase, reason));
