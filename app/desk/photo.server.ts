import { createHash, randomBytes, randomUUID } from "node:crypto";
import { addPhoto, declinePhoto, judgePhoto } from "domain/judge-photo";
import { parseSerial } from "domain/serial";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import type { Door, Outcome } from "~/door.server";
import { cleanPhoto } from "~/photo.server";
import { deviceMatch } from "~/read.server";
import { type CaseRef, enactCase, refusalNow, refuseInput, type Who } from "./case.server";
import { cleanedInTurn, keyUnlessWaiting } from "./uploaded-file.server";

/** Takes a photo of a label into the vault, decoded and made anew, for a second person to judge. */
export async function takePhoto(door: Door, who: Who, ref: CaseRef, bytes: Buffer): Promise<Outcome> {
  const upload = uuidv7().replaceAll("-", "");
  const salt = randomBytes(32);
  const adding = (photo: Buffer) =>
    addPhoto({ id: randomUUID(), upload, commitment: commitmentOf(salt, sha256(photo)) });
  // Decoding is dear and meets a stranger's bytes: nothing that the rules refuse anyway gets that far.
  const no = await refusalNow(door, who, ref, adding(bytes));
  if (no) return refuseInput(door, who, ref, "photo.add", no);
  const photo = await cleanedInTurn(() => cleanPhoto(bytes));
  if ("refused" in photo)
    return refuseInput(door, keyUnlessWaiting(who, photo.refused), ref, "photo.add", photo.refused);
  const keep = [
    await door.vault.seal(ref.account, upload, "photo", photo.bytes),
    await door.vault.seal(ref.account, upload, "photo.salt", salt),
  ];
  return enactCase(door, who, ref, adding(photo.bytes), { keep });
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

export interface ReadOnPhoto {
  photo: string;
  /** What the judge read on the label. */
  serial: string;
  /** Whether they saw the ticket's number beside it, written by hand. */
  numbered: boolean;
}

/** The judge types what they read; it goes through the matcher like any serial. */
export async function judge(door: Door, who: Who, ref: CaseRef, read: ReadOnPhoto): Promise<Outcome> {
  const { photo, numbered } = read;
  const serial = parseSerial(read.serial);
  if (!serial) return refuseInput(door, who, ref, "photo.judge", "not-a-serial");
  const { result, device } = await deviceMatch(door, ref.account, serial);
  return enactCase(
    door,
    who,
    ref,
    judgePhoto({ photo, numbered, attempt: randomUUID(), result, device, evidence: randomUUID() }),
    { query: { device } },
  );
}

/** The judge says that a photo shows nothing to judge. */
export const decline = (
  door: Door,
  who: Who,
  ref: CaseRef,
  photo: string,
  reason: Parameters<typeof declinePhoto>[1],
): Promise<Outcome> => enactCase(door, who, ref, declinePhoto(photo, reason));
