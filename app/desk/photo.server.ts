import { randomUUID } from "node:crypto";
import { addPhoto, declinePhoto, judgePhoto } from "domain/judge-photo";
import { parseSerial } from "domain/serial";
import type { Door, Outcome } from "~/door.server";
import { cleanPhoto } from "~/photo.server";
import { deviceMatch } from "~/read.server";
import { type CaseRef, enactCase, refuseInput, type Who } from "./case.server";
import { opensFrozen } from "./check-serial.server";
import { takeFile } from "./uploaded-file.server";

/** Takes a photo of a label into the vault, decoded and made anew, for a second person to judge. */
export const takePhoto = (door: Door, who: Who, ref: CaseRef, bytes: Buffer): Promise<Outcome> =>
  takeFile(door, who, ref, { kind: "photo", bytes, clean: cleanPhoto, adding: addPhoto });

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
  const { result, device } = await deviceMatch(door, ref.account, serial, await opensFrozen(door, ref));
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
