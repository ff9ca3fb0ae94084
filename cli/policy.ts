import { defineCommand } from "citty";
import { acknowledgeClock, adoptPolicy, type DecideDesk } from "domain/desk";
import { atTheCommandLine, exit, refusedWith, withHouse } from "./house";

/** Puts one of the shipped policies in force, as the operator (docs/decisions/011). */
export const policy = defineCommand({
  meta: { name: "policy", description: "Put a policy in force for tickets opened from now on." },
  args: { id: { type: "positional", description: "standard or strict", required: true } },
  async run({ args }) {
    if (args.id !== "standard" && args.id !== "strict") {
      console.error("There are two policies: standard and strict.");
      process.exitCode = exit.failed;
      return;
    }
    await onDesk("policy.adopt", adoptPolicy(args.id), `Policy ${args.id} is in force.`);
  },
});

/** Says that a jump of the clock is understood, so that resets may start again. */
export const clock = defineCommand({
  meta: { name: "clock", description: "Acknowledge a jump of the clock." },
  async run() {
    await onDesk("clock.acknowledge", acknowledgeClock(), "The jump is acknowledged; resets may start again.");
  },
});

async function onDesk(command: string, decide: DecideDesk, done: string): Promise<void> {
  await withHouse(async ({ door }) => {
    const outcome = await door.ledger.enact({ stream: "desk", actor: atTheCommandLine(), request: "cli", decide });
    if (outcome.refused) return refusedWith(outcome.refused, command);
    console.log(done);
    return exit.ok;
  });
}
