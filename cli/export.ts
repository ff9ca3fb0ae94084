import { defineCommand } from "citty";
import { SingleBar } from "cli-progress";
import { isFilterTime, isOneTicket, type Rendering, renderings } from "domain/export";
import type { TrailFilter } from "domain/view";
import { exportHere, type MadeHere } from "~/desk/export-here.server";
import type { House } from "~/door.server";
import { refusal } from "~/ui/words";
import { bytesWords, countOf } from "~/ui/words/amounts";
import { eventLabels } from "~/ui/words/event-labels";
import { atTheCommandLine, exit, withHouse } from "./house";

const text = (description: string) => ({ type: "string", description }) as const;

/** Takes the trail out as a bundle: a folder, or a zip where the name ends so. */
export const exportCommand = defineCommand({
  meta: { name: "export", description: "Take the trail out as a bundle that proves itself (docs/VERIFY.md)." },
  args: {
    out: { ...text("the folder or FILE.zip to make; it must not be there yet"), required: true },
    reason: { ...text("why, in five characters or more"), required: true },
    ticket: text("only this ticket's entries, each with a proof"),
    type: text("only entries of this type, as ticket.approved"),
    actor: text("only entries by this actor, as staff:ID"),
    account: text("only entries about this account, by its id"),
    outcome: text("only entries that ended so: ok, denied or error"),
    from: text("only entries from this day or time on (UTC)"),
    to: text("only entries up to this day or time (UTC)"),
    older: text("the size of a checkpoint you hold: proves that the trail continues it"),
    with: text("also write the entries as any of csv,ocsf,ecs,cef"),
  },
  async run({ args }) {
    await withHouse(async (house) => {
      const filter = filterOf(args);
      const form = {
        ...{ filter, ticketAlone: isOneTicket(filter), reason: args.reason },
        ...{ renderings: renderingsOf(args.with), older: olderOf(args.older) },
      };
      const done = await made(house, form, args.out);
      if (done.refused !== null) throw new Error(`Nothing was exported. ${refusal(done.refused, "trail.export")}`);
      console.log(told(args.out, done));
      return exit.ok;
    });
  },
});

/** Makes it with a bar on a terminal; Ctrl-C stops it and leaves nothing half made. */
async function made(house: House, form: Parameters<typeof exportHere>[2], out: string): Promise<MadeHere> {
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: "{value} of {total} entries {bar} {percentage} %", clearOnComplete: true })
    : null;
  const work = new AbortController();
  const stop = () => work.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  bar?.start(1, 0);
  const onProgress = (done: number, size: number) => {
    bar?.setTotal(size);
    bar?.update(done);
  };
  try {
    return await exportHere(house, { actor: atTheCommandLine(), request: "cli" }, form, { out, work, onProgress });
  } catch (error) {
    throw work.signal.aborted ? new Error("Stopped. Nothing was exported.") : error;
  } finally {
    bar?.stop();
  }
}

type Given = { [K in keyof TrailFilter]?: string | undefined };

/** The filter of the options; throws a sentence for one that cannot be, rather than export something else. */
function filterOf({ ticket, type, actor, account, outcome, from, to }: Given): TrailFilter {
  const number = ticket === undefined ? null : Number(/^(?:CS-?)?(\d{1,12})$/i.exec(ticket)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) throw new Error(`${ticket} is no number of a ticket.`);
  if (type !== undefined && !Object.hasOwn(eventLabels, type)) throw new Error(`${type} is no type of entry.`);
  const ended = (["ok", "denied", "error"] as const).find((one) => one === outcome) ?? null;
  if (outcome !== undefined && ended === null) throw new Error("An outcome is ok, denied or error.");
  for (const time of [from, to])
    if (time !== undefined && !isFilterTime(time))
      throw new Error(`${time} is no time: say 2026-01-31 or 2026-01-31T12:00:00Z.`);
  return {
    ...{ ticket: number, type: type ?? null, actor: actor ?? null, account: account ?? null },
    ...{ outcome: ended, from: from ?? null, to: to ?? null },
  };
}

function renderingsOf(given: string | undefined): Rendering[] {
  const asked = (given ?? "").split(",").filter((one) => one !== "");
  const unknown = asked.find((one) => !(renderings as readonly string[]).includes(one));
  if (unknown) throw new Error(`${unknown} is none of ${renderings.join(", ")}.`);
  return renderings.filter((one) => asked.includes(one));
}

const olderOf = (given: string | undefined): number | null =>
  given === undefined ? null : /^\d{1,15}$/.test(given) ? Number(given) : 0;

const told = (out: string, { entries, size, bytes, manifest }: Extract<MadeHere, { refused: null }>): string =>
  [
    `${out}: ${countOf(entries, "entry", "entries")} of a trail of ${size}, ${bytesWords(bytes)}.`,
    `Manifest (SHA-256): ${manifest}`,
    "VERIFY.md in it says how to check it.",
  ].join("\n");
