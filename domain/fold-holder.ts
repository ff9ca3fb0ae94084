import type { Account } from "./account";
import type { CaseFacts } from "./case";
import type { Recorded } from "./event";
import type { AskedContact } from "./holder-contacts";
import { hours, type Instant } from "./time";

/** Folds what a holder changed of their own account: its contacts, its devices, its questions. */
export function foldHolder(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "own-contact.asked": {
      const { contact, kind, generation, expiresAt } = e.data;
      const asked = { contact, kind, generation, sentAt: e.at, expiresAt, tries: 0, usedAt: null };
      return { ...a, asked, codes: [...a.codes.filter((k) => e.at - k.at < hours(24)), { to: "new", at: e.at }] };
    }
    case "own-contact.code-refused":
      return waiting(a, { tries: e.data.tries });
    case "own-contact.added": {
      const { contact, kind } = e.data;
      return { ...waiting(a, { usedAt: e.at }), added: [...a.added, { id: contact, kind, at: e.at }] };
    }
    case "own-contact.removed":
      return { ...a, removed: { ...a.removed, [e.data.contact]: e.at } };
    case "device.added":
      return { ...a, devices: [...(a.devices ?? []), { id: e.data.device, at: e.at }] };
    case "device.removed":
      return { ...a, devicesRemoved: { ...a.devicesRemoved, [e.data.device]: e.at } };
    case "questions.chosen":
      return { ...a, chosen: { questions: e.data.questions, at: e.at }, drawn: null, spoken: [] };
    default:
      return a;
  }
}

const waiting = (a: Account, change: Partial<AskedContact>): Account =>
  a.asked ? { ...a, asked: { ...a.asked, ...change } } : a;

type Imported = Pick<CaseFacts, "devices" | "questions" | "joined">;

/** What is known of devices and questions by imports, as the holder changed it since. */
export function withHolders(imported: Imported, account: Account | null): Imported {
  const { devices = [], devicesRemoved = {}, chosen } = account ?? {};
  const { device } = imported.joined;
  return {
    devices: imported.devices + devices.length - Object.keys(devicesRemoved).length,
    questions: chosen ? chosen.questions : imported.questions,
    joined: chosen
      ? { device, questions: Object.fromEntries(chosen.questions.map((id) => [id, chosen.at])) }
      : imported.joined,
  };
}

/** When a device joined that its holder added, or null for one that an import brought. */
export const addedAt = (account: Account | null, device: string): Instant | null =>
  account?.devices?.find((d) => d.id === device)?.at ?? null;
