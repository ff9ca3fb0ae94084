import type { Role } from "domain/staff";
import { countOf } from "./amounts";
import { commandWords } from "./commands";
import { exportFailure } from "./exports";
import { roleWords } from "./labels";
import { refusedOf } from "./refusals";
import { type Facts, numberOf, type Teller, tell, textOf } from "./telling";

const roleOf = (f: Facts): string => roleWords[f.role as Role]?.toLowerCase() ?? "member of staff";
const member = (f: Facts): string => textOf(f, "name", "A member of staff");
const processOf = (f: Facts): string => (f.process === "worker" ? "The worker" : "The web server");

/** How staff, the desk itself and what people looked at are told. */
export const deskEvents = {
  "staff.added": (f) => tell(`${member(f)} joined as ${roleOf(f)}.`),
  "staff.role-changed": (f) => tell(`${member(f)} is now ${roleOf(f)}.`),
  "staff.disabled": (f) => tell(`${member(f)} was disabled.`, "All their sessions ended."),
  "staff.password-set": (f) => tell(`${member(f)} has a new password.`),
  "staff.enrolled": (_f, who) => tell(`${who} enrolled an authenticator.`),
  "staff.signed-in": (f, who) => tell(`${who} signed in.`, f.how === "demo" ? "By a button of the demo." : null),
  "staff.sign-in-failed": (f) =>
    tell("A sign-in or a fresh code failed.", f.name ? `As ${textOf(f, "name", "staff")}.` : null),
  "staff.signed-out": (f, who) =>
    tell(
      `${who} signed out.`,
      f.why === "idle" ? "After being idle." : f.why === "ended" ? "The session was ended." : null,
    ),
  "staff.stepped-up": (f, who) => tell(`${who} gave a fresh code.`, `For one act: ${textOf(f, "act", "not named")}.`),
  "desk.started": (f) => tell(`${processOf(f)} started.`, `Mode: ${textOf(f, "mode", "not named")}.`),
  "desk.stopped": (f) => tell(`${processOf(f)} stopped.`),
  "desk.migrated": (f) => tell("The database was migrated.", `To ${textOf(f, "to", "the newest step")}.`),
  "policy.drafted": (f, who) =>
    tell(
      `${who} drafted a policy${f.id ? `: ${textOf(f, "id", "one")}, version ${numberOf(f, "version")}` : ""}.`,
      "Nothing changes until a second admin puts it in force.",
    ),
  "policy.draft-withdrawn": (_f, who) => tell(`${who} took a drafted policy back.`),
  "policy.draft-confirmed": (_f, who) => tell(`${who} put a drafted policy in force.`, "With a fresh code for it."),
  "policy.adopted": (f) =>
    tell(`The policy ${textOf(f, "id", "chosen")} is in force.`, `Version ${numberOf(f, "version")}.`),
  "directory.import-asked": (_f, who) =>
    tell(`${who} had a directory imported.`, "With a reason and a fresh code for these files."),
  "directory.import-begun": (f, who) =>
    tell(`${who} began an import.`, `${countOf(numberOf(f, "files"), "file", "files")}.`),
  "directory.imported": (f) =>
    tell("An import finished.", `${countOf(numberOf(f, "refused"), "row was", "rows were")} refused.`),
  "directory.import-failed": () => tell("An import failed.", "Nothing of it was loaded."),
  "answers.hardened": (f) =>
    tell(
      `${countOf(numberOf(f, "count"), "imported answer was", "imported answers were")} hardened.`,
      `${numberOf(f, "left").toLocaleString("en")} left.`,
    ),
  "trail.exported": (f, who) =>
    f.format === "bundle"
      ? tell(`${who} began an export of the trail as a bundle.`, "The reason is kept in the vault.")
      : tell(
          `${who} exported the trail as ${textOf(f, "format", "a file").toUpperCase()}.`,
          "The reason is kept in the vault.",
        ),
  "trail.export-completed": (f) =>
    tell("A bundle is made.", `It shows ${countOf(numberOf(f, "entries"), "entry", "entries")}.`),
  "trail.export-failed": (f) => tell("A bundle could not be made.", exportFailure(String(f.why ?? ""))),
  "checkpoint-key.adopted": (f, who) =>
    tell(
      `${who} took a key for signing checkpoints.`,
      f.before ? "It follows an earlier key, whose last checkpoint covers this." : "It is the trail's first.",
    ),
  "checkpoint.late": (f) =>
    tell("A checkpoint is late.", `${textOf(f, "target", "A place outside")} has not taken it for five minutes.`),
  "checkpoint.caught-up": (f) => tell(`${textOf(f, "target", "A place outside")} has the checkpoints again.`),
  "trail.doubted": (f) =>
    tell(
      "The desk's own check does not find the trail as it was.",
      typeof f.entry === "number" ? `First bad entry: ${f.entry}.` : "No one entry can be named.",
    ),
  "trail.doubt-ended": () => tell("The desk's own check finds the trail as it was again."),
  "clock.diverged": (f) =>
    tell(
      "The clock jumped.",
      `By ${(numberOf(f, "byMs") / 1000).toLocaleString("en")} s. No reset starts until it is acknowledged.`,
    ),
  "clock.acknowledged": (_f, who) => tell(`${who} acknowledged the clock's jump.`),
  "account.searched": (f, who) =>
    tell(
      `${who} searched an account by ${textOf(f, "kind", "a value")}.`,
      `${countOf(numberOf(f, "hits"), "hit", "hits")}.`,
    ),
  "search.flagged": (f, who) =>
    tell(
      `${who} searches for many accounts that are not there.`,
      `${countOf(numberOf(f, "misses"), "search", "searches")} found nothing within an hour.`,
    ),
  "ticket.viewed": (_f, who) => tell(`${who} looked at the ticket.`),
  "queue.viewed": (f, who) => tell(`${who} looked at a list.`, `It was: ${textOf(f, "view", "all")}.`),
  "trail.searched": (_f, who) => tell(`${who} searched the trail.`),
  "exports.viewed": (f, who) => tell(f.export ? `${who} looked at an export.` : `${who} looked at the exports.`),
  "export.downloaded": (_f, who) => tell(`${who} downloaded a bundle.`),
  "entry.viewed": (f, who) => tell(`${who} read entry ${numberOf(f, "seq")}.`),
  "photo.viewed": (_f, who) => tell(`${who} looked at a photo.`),
  "purchase.viewed": (_f, who) => tell(`${who} looked at a proof of purchase.`),
  "import.viewed": (_f, who) => tell(`${who} looked at an import.`),
  "policy.replayed": (f, who) =>
    tell(
      `${who} saw which past tickets a policy would have changed.`,
      f.as === "file" ? "They took the list as a file." : null,
    ),
  "readers.viewed": (f, who) =>
    tell(`${who} looked at what the staff looked at.`, `Over ${countOf(numberOf(f, "days"), "day", "days")}.`),
  refused: (f, who) =>
    tell(
      `Refused: ${who} tried to ${commandWords[String(f.command)] ?? "do something"}.`,
      refusedOf(String(f.reason), String(f.command)).staff,
    ),
} satisfies Record<string, Teller>;
