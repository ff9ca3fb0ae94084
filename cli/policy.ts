import { readFileSync } from "node:fs";
import { defineCommand } from "citty";
import { acknowledgeClock, adoptPolicy, type DecideDesk } from "domain/desk";
import { policies, type Shipped } from "domain/policies";
import { readPolicyText } from "domain/policy-document";
import { policySchema } from "domain/policy-schema";
import { documentInForce } from "~/read-policies.server";
import { policyName } from "~/ui/words/policies";
import { describePolicy, problemSentence } from "~/ui/words/policy-document";
import { atTheCommandLine, exit, guarded, refusedWith, withHouse } from "./house";

/** Puts one of the shipped policies in force, as the operator, until two admins decided on one (docs/decisions/011). */
const choosing = (id: Shipped) =>
  defineCommand({
    meta: { name: id, description: `Put the shipped policy ${id} in force for tickets opened from now on.` },
    run: () => onDesk("policy.adopt", adoptPolicy(id), `Policy ${policyName(policies[id])} is in force.`),
  });

/** Shows the document in force, as JSON. */
const show = defineCommand({
  meta: { name: "show", description: "Show the policy in force, as a JSON document." },
  run: () =>
    withHouse(async ({ door }) => {
      console.log(JSON.stringify(await documentInForce(door), null, 2));
      return exit.ok;
    }),
});

/** Says everything that is wrong with a document, each with its place; it asks no database. */
const check = defineCommand({
  meta: { name: "check", description: "Check a policy document: is it one, and if not, what is wrong where." },
  args: { file: { type: "positional", description: "the document, as JSON", required: true } },
  async run({ args }) {
    process.exitCode = await guarded(async () => {
      const text = textIn(args.file);
      if (text === null) {
        console.error(`There is no file ${args.file} that can be read.`);
        return exit.failed;
      }
      const { policy, problems } = readPolicyText(text);
      if (policy) console.log(`This is a policy: ${policyName(policy)}.`);
      for (const problem of problems) console.error(`${problem.at || "/"}: ${problemSentence(problem)}`);
      return policy ? exit.ok : exit.failed;
    });
  },
});

function textIn(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** Prints the JSON Schema of policy documents, which docs/policy.schema.json is. */
const schema = defineCommand({
  meta: { name: "schema", description: "Print the JSON Schema of policy documents, for an editor." },
  run: () => console.log(JSON.stringify(policySchema(describePolicy), null, 2)),
});

/** Verification policies: which is in force, whether a document is one. */
export const policy = defineCommand({
  meta: { name: "policy", description: "Show, check or choose a verification policy." },
  subCommands: { show, check, schema, standard: choosing("standard"), strict: choosing("strict") },
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
