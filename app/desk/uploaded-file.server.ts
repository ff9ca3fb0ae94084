import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Decide } from "domain/case";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import type { Door, Outcome } from "~/door.server";
import { type Cleaned, QueueFull } from "~/photo.server";
import { type CaseRef, enactCase, refusalNow, refuseInput, type Who } from "./case.server";
import { withoutKey } from "./new-contact.server";

/** A file that someone sent for a second person to judge. */
interface Sent {
  /** Its field in the vault, and the noun of its command. */
  kind: "photo" | "purchase";
  bytes: Buffer;
  clean(bytes: Buffer): Promise<Cleaned>;
  adding(file: { id: string; upload: string; commitment: string }): Decide;
}

/** Takes a file into the vault as it was made clean, with a commitment to it in the trail. */
export async function takeFile(door: Door, who: Who, ref: CaseRef, sent: Sent): Promise<Outcome> {
  const { kind, bytes } = sent;
  const upload = uuidv7().replaceAll("-", "");
  const salt = randomBytes(32);
  const adding = (file: Buffer) =>
    sent.adding({ id: randomUUID(), upload, commitment: commitmentOf(salt, sha256(file)) });
  // Decoding is dear and meets a stranger's bytes: nothing that the rules refuse anyway gets that far.
  const no = await refusalNow(door, who, ref, adding(bytes));
  if (no) return refuseInput(door, who, ref, `${kind}.add`, no);
  const file = await cleaned(sent);
  if ("refused" in file)
    return refuseInput(door, keyUnlessWaiting(who, file.refused), ref, `${kind}.add`, file.refused);
  const keep = [
    await door.vault.seal(ref.account, upload, kind, file.bytes),
    await door.vault.seal(ref.account, upload, `${kind}.salt`, salt),
  ];
  return enactCase(door, who, ref, adding(file.bytes), { keep });
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** The file made clean, or refused because too many wait to be looked at already. */
async function cleaned({ bytes, clean }: Sent): Promise<Cleaned> {
  try {
    return await clean(bytes);
  } catch (error) {
    if (error instanceof QueueFull) return { refused: waiting };
    throw error;
  }
}

/** A form that only came too early is not used up: it may be sent again as it is. */
const keyUnlessWaiting = (who: Who, refused: string): Who => (refused === waiting ? withoutKey(who) : who);

const waiting = "photos-waiting";
