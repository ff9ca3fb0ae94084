import { stripVTControlCharacters } from "node:util";
import { type ArgsDef, type CommandDef, renderUsage, runCommand, runMain } from "citty";
import { exit } from "./house";

/** Runs what was typed and gives the exit code; what is no command or lacks something is said in a sentence, with where to get help. */
export async function run(main: CommandDef, typed: string[]): Promise<number> {
  if (typed.includes("--help") || typed.includes("-h")) {
    await runMain(main, { rawArgs: typed, showUsage });
    return exit.ok;
  }
  try {
    await runCommand(main, { rawArgs: typed });
    return Number(process.exitCode ?? exit.ok);
  } catch (error) {
    const mistyped = error instanceof Error && error.name === "CLIError";
    console.error(mistyped ? stripVTControlCharacters(error.message).replace(/\.?$/, ".") : error);
    if (mistyped) console.error(`Say "countersign ${commandIn(main, typed)}--help" for what there is.`);
    return exit.failed;
  }
}

/** Help without colours where nobody sees them. */
async function showUsage<T extends ArgsDef>(command: CommandDef<T>, parent?: CommandDef<T>): Promise<void> {
  const usage = await renderUsage(command, parent);
  console.log(process.stdout.isTTY ? usage : stripVTControlCharacters(usage));
}

function commandIn({ subCommands }: CommandDef, [first = ""]: string[]): string {
  return typeof subCommands === "object" && Object.hasOwn(subCommands, first) ? `${first} ` : "";
}
