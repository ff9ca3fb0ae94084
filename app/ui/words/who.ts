import { inline } from "./telling";

/** Who an entry names, in words: the member's name where there is one, else what kind of actor it was. */
export function whoWords(actor: string, name: string | null): string {
  if (name) return inline(name);
  const [kind = "", id = ""] = actor.split(":");
  if (kind === "staff") return "A member of staff";
  if (kind === "cli") return `${id || "Someone"} at the command line`;
  return kinds[kind] ?? actor;
}

const kinds: Record<string, string> = {
  holder: "The holder",
  requester: "The requester",
  voucher: "Someone who vouches",
  worker: "The worker",
  directory: "The identity provider",
  system: "The system",
  anyone: "Someone not signed in",
};
