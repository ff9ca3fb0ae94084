import { days } from "domain/time";
import type { TrailFilter } from "domain/view";
import type { Problem } from "~/ui/problem";
import { trailWords as words } from "~/ui/words/trail";

/** What in a search is no ticket, no account's id or no span of time, each said at its field with all that was typed; null where nothing is. */
export function wrongSearch({ ticket, account, from, to }: TrailFilter, typed: Record<string, string>): Problem | null {
  const fields = {
    ...(ticket === 0 ? { ticket: words.wrong.ticket } : {}),
    ...(account === null || /^[0-9a-f]{32}$/.test(account) ? {} : { account: words.wrong.account }),
    ...(from !== null && to !== null && isLater(from, to) ? { from: words.wrong.from } : {}),
  };
  return Object.keys(fields).length === 0 ? null : { form: "find", sentence: words.wrong.title, fields, typed };
}

/** Whether a bound lies after the other; one that is a mere date ends with its day. */
const isLater = (from: string, to: string): boolean =>
  Date.parse(from) >= Date.parse(to) + (to.includes("T") ? 1 : days(1));
