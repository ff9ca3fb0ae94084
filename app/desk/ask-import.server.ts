import { leastReason } from "domain/export";
import { askImport as decideAsking } from "domain/import";
import type { Door, House, Keep } from "~/door.server";
import type { Who } from "./case.server";
import { keptText } from "./free-text.server";
import { importIdOf, queueImport, removeUpload, type Upload } from "./queue-import.server";
import { stepOf, stepUp } from "./step-up.server";

export interface ImportForm extends Upload {
  /** The digest of the four files together. */
  files: string;
  /** Why, in the admin's words: at least five characters; they go to the vault, never into an entry. */
  reason: string;
  /** A fresh code of the admin's authenticator. */
  code: string;
}
export type AskedFor = { refused: null; import: string } | { refused: string };

/** Has uploaded files imported, for a reason and with a fresh second factor bound to them; a refusal leaves the files where they are. */
export async function askImport(house: House, who: Required<Who>, form: ImportForm): Promise<AskedFor> {
  try {
    const asked = await entered(house.door, who, form);
    return asked ? { refused: asked } : { refused: null, import: await queueImport(house, who, form, who.key) };
  } catch (error) {
    if (!form.kept) await removeUpload(house, form.folder);
    throw error;
  }
}

/** Enters that the import was asked for; tells why that was refused, or null. */
async function entered(
  door: Door,
  who: Required<Who>,
  { files, reason: typed, code }: ImportForm,
): Promise<string | null> {
  const set = importIdOf(door, who);
  const reason = await keptReason(door, typed);
  // Said before the code is spent, which would have to be awaited anew.
  const made = reason ? await stepUp(door, stepOf(who), { act: "import", object: files, code }) : noStepUp;
  if (made.refused !== null) return made.refused;
  const decide = decideAsking({ set, files, reason, stepUp: made.stepUp });
  const keep = reason?.keep ?? [];
  return (await door.ledger.enact({ ...who, stream: "desk", object: set, decide, keep })).refused;
}

const noStepUp = { refused: null, stepUp: "none" };

/** The reason's words sealed for the desk; null when there are too few. */
export async function keptReason(
  door: Door,
  typed: string,
): Promise<{ id: string; commitment: string; keep: Keep[] } | null> {
  const words = typed.trim();
  return [...words].length < leastReason ? null : keptText(door, "desk", words);
}
