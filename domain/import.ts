import { roleRefusal } from "./case";
import type { DecideDesk } from "./desk";
import { type EventData, event, type FileDigest, refuse } from "./event";
import { hasStepUp } from "./member";

/** Where words are in the vault, with a commitment to them. */
interface Sealed {
  id: string;
  commitment: string;
}
export interface ImportAsked {
  set: string;
  /** The digest of the four files together: what the step-up for act `import` is bound to. */
  files: string;
  /** Null when there are too few words. */
  reason: Sealed | null;
  stepUp: string;
}

/** Lets an admin have these files imported: with a reason, and a fresh second factor bound to them. */
export function askImport({ set, files, reason, stepUp }: ImportAsked): DecideDesk {
  return (_desk, facts, now) => {
    const no = roleRefusal(["admin"], facts);
    if (no) return refuse("directory.import", no);
    if (!reason) return refuse("directory.import", "reason-missing");
    if (!hasStepUp(facts.member, { id: stepUp, act: "import", object: files }, now))
      return refuse("directory.import", "step-up-needed");
    return [event("directory.import-asked", { set, files, reason: reason.id, stepUp }, { reason: reason.commitment })];
  };
}

/** Begins an import: one at a time, one that an admin asked for, or any at the command line. */
export function beginImport(b: { set: string; files: FileDigest[]; reason?: Sealed | null }): DecideDesk {
  return (desk, facts) => {
    const no = roleRefusal(["admin", "cli", "worker"], facts);
    if (no) return refuse("directory.import", no);
    if (facts.member && !desk.asked?.includes(b.set)) return refuse("directory.import", "step-up-needed");
    if (desk.importing) return refuse("directory.import", "import-under-way");
    const data = { set: b.set, files: b.files };
    return b.reason
      ? [event("directory.import-begun", { ...data, reason: b.reason.id }, { reason: b.reason.commitment })]
      : [event("directory.import-begun", data)];
  };
}

/** Makes an import visible, in one step. */
export function finishImport(data: EventData["directory.imported"]): DecideDesk {
  return (desk) =>
    desk.importing?.set === data.set
      ? [event("directory.imported", data)]
      : refuse("directory.import", "no-such-import");
}

/** Ends an import, begun or only asked for, of which nothing becomes visible. */
export function failImport(set: string, why: string): DecideDesk {
  return (desk) =>
    isExpected(desk, set)
      ? [event("directory.import-failed", { set, why })]
      : refuse("directory.import", "no-such-import");
}

/** Whether an import was begun or asked for, and has not ended. */
export const isExpected = (desk: Parameters<DecideDesk>[0], set: string): boolean =>
  desk.importing?.set === set || (desk.asked ?? []).includes(set);
