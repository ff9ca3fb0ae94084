import { createWriteStream } from "node:fs";
import { defineCommand } from "citty";
import { SingleBar } from "cli-progress";
import { leastReason } from "domain/export";
import { importDirectory } from "~/desk/import-directory.server";
import { refusedRows } from "~/read-imports.server";
import { countOf } from "~/ui/words/amounts";
import { atTheCommandLine, exit, withHouse } from "./house";

/** Imports a directory: four CSV files in a folder. */
export const importCommand = defineCommand({
  meta: {
    name: "import",
    description: "Import accounts, contacts, devices and answers from a folder of four CSV files.",
  },
  args: {
    folder: {
      type: "positional",
      description: "the folder that holds accounts.csv, contacts.csv, devices.csv and answers.csv",
      required: true,
    },
    strict: { type: "boolean", description: "refuse the whole set if any row is refused", default: false },
    report: { type: "string", description: "write the refused rows to this file (CSV: file, line, reason)" },
    reason: { type: "string", description: "why, in a few words: sealed, and vouched for on the trail" },
    json: { type: "boolean", description: "print the result as JSON", default: false },
  },
  async run({ args }) {
    await withHouse(async (house) => {
      if (args.reason !== undefined && args.reason.trim().length < leastReason) {
        console.error(`A reason takes at least ${leastReason} characters. Nothing was imported.`);
        return exit.failed;
      }
      const bar =
        process.stderr.isTTY && !args.json
          ? new SingleBar({ format: "{phase} {bar} {percentage} %", clearOnComplete: true })
          : null;
      const who = { actor: atTheCommandLine(), request: "cli" };
      bar?.start(1, 0, { phase: "checking" });
      const { folder, strict, reason } = args;
      const done = await importDirectory(house, who, { folder, strict, reason }, (p) => {
        bar?.setTotal(Math.max(1, p.totalBytes));
        bar?.update(p.doneBytes, { phase: p.phase });
      });
      bar?.stop();
      if (args.report) await writeReport(args.report, refusedRows(house.door, done.importId));
      console.log(args.json ? JSON.stringify(done) : told(done));
      return done.refused ? exit.failed : exit.ok;
    });
  },
});

type Report = Awaited<ReturnType<typeof importDirectory>>;

function told(done: Report): string {
  if (done.refused) return `Nothing was imported. ${done.refused}`;
  const { account, contact, device, answer } = done.added;
  const added = [
    countOf(account, "account", "accounts"),
    countOf(contact, "contact", "contacts"),
    countOf(device, "device", "devices"),
    countOf(answer, "answer", "answers"),
  ].join(", ");
  const same = countOf(done.same, "row was", "rows were");
  const rows = `Added ${added}; ${same} on file already; ${countOf(done.refusedRows, "row was", "rows were")} refused.`;
  const common = countOf(done.weak, "answer is", "answers are");
  const weak = done.weak > 0 ? `\n${common} among the commonest there are; packets say so.` : "";
  const slow = countOf(done.toHarden, "answer", "answers");
  const harden = `\nThe worker hardens ${slow} in the background; checks work in the meantime.`;
  return done.toHarden > 0 ? `${rows}${weak}${harden}` : rows;
}

async function writeReport(file: string, lines: AsyncIterable<string>): Promise<void> {
  const out = createWriteStream(file);
  for await (const line of lines)
    if (!out.write(line)) await new Promise<void>((drained) => out.once("drain", () => drained()));
  await new Promise<void>((closed, failed) => out.on("error", failed).end(closed));
}
