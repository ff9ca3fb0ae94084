import type { DirectoryView } from "domain/view-directory";
import { ruleWords, stepWords, stopWords, troubleWords } from "./events-directory";

/** A redemption on its way to the directory that accounts live in, as staff see it. */
export const directoryWords = {
  ticket: (job: DirectoryView): { lead: string; rest: string } => {
    const done = job.done.map((step) => stepWords[step] ?? step).join(" and ");
    const changed = done === "" ? "Nothing is changed in it yet." : `The directory changed ${done} already.`;
    switch (job.state) {
      case "waiting":
        return { lead: "The directory is asked to change the account", rest: `${waits(job.why)} ${changed}` };
      case "refused":
        return {
          lead: "The directory did not take the new password",
          rest: `${ruleWords[job.why ?? ""] ?? ""} The holder may choose another by the same link. ${changed}`,
        };
      case "failed":
        return {
          lead: "Asking the directory was given up",
          rest: `${troubleWords[job.why ?? ""] ?? ""} ${changed}`,
        };
      case "stopped":
        return {
          lead: "What the directory had not done yet was stopped",
          rest: `${stopWords[job.why ?? ""] ?? ""} ${done === "" ? changed : `${changed} Have that put right there.`}`,
        };
      case "done":
        return { lead: "The directory changed the account", rest: "" };
    }
  },
  waitingTitle: "On their way to the directory",
  waitingText: "Accounts live in another directory. These resets and new passwords wait for it, the oldest first.",
  forgotten: "A forgotten password",
  since: "Asked",
  next: "Asked again",
  waits,
};

function waits(why: string | null): string {
  return why === null ? "It is about to be asked." : (troubleWords[why] ?? "");
}
