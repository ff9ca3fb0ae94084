import { createHash, randomBytes, randomUUID } from "node:crypto";
import { addPhoto, declinePhoto, judgePhoto } from "domain/judge-photo";
import { parseSerial } from "domain/serial";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import type { Door, Outcome } from "~/door.server";
import { cleanPhoto } from "~/photo.server";
import { deviceMatch } from "~/read.server";
import { type CaseRef, enactCase, refuseInput, type Who } from "./case.server";

/** Takes a photo of a label into the vault, decoded and made anew, for a second person to judge. */
export async function takePhoto(door: Door, who: Who, ref: CaseRef, bytes: Buffer): Promise<Outcome> {
  const photo = await cleanPhoto(bytes);
  if (!photo) return refuseInput(door, who, ref, "photo.add", "not-a-photo");
  const upload = uuidv7().replaceAll("-", "");
  const salt = randomBytes(32);
  const commitment = commitmentOf(salt, createHash("sha256").update(photo).digest("hex"));
  const keep = [
    await door.vault.seal(ref.account, upload, "photo", photo),
    await door.vault.seal(ref.account, upload, "photo.salt", salt),
  ];
  return enactCase(door, who, ref, addPhoto({ id: randomUUID(), upload, commitment }), { keep });
}

/** The judge types what they read; it goes through the matcher like any serial. */
export async function judge(door: Door, who: Who, ref: CaseRef, photo: string, typed: string): Promise<Outcome> {
  const serial = parseSerial(typed);
  if (!serial) return refuseInput(door, who, ref, "photo.judge", "not-a-serial");
  const { result, device } = await deviceMatch(door, ref.account, serial);
  return enactCase(
    door,
    who,
    ref,
    judgePhoto({ photo, attempt: randomUUID(), result, device, evidence: randomUUID() }),
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
