import { defineCommand } from "citty";
import { disable } from "domain/member";
import { roles } from "domain/staff";
import { type AddedStaff, addStaff } from "~/desk/add-staff.server";
import { memberNamed, staffRoll } from "~/staff-secrets.server";
import { atTheCommandLine, exit, refusedWith, withHouse } from "./house";

const name = { type: "positional", description: "the name they sign in with", required: true } as const;

const add = defineCommand({
  meta: { name: "add", description: "Add a member of staff; the password is made and shown once." },
  args: {
    name,
    role: { type: "string", description: roles.join(", "), required: true },
    display: { type: "string", description: "the name others see; their sign-in name by default" },
    same: { type: "string", description: "the sign-in name of another account of the same human" },
  },
  async run({ args }) {
    await withHouse(async ({ door }) => {
      const role = roles.find((r) => r === args.role);
      if (!role) return fail(`A role is one of ${roles.join(", ")}.`);
      const same = args.same ? await memberNamed(door, args.same) : null;
      if (args.same && !same) return fail(`Nobody signs in as ${args.same}.`);
      const who = { actor: atTheCommandLine(), request: "cli" };
      const staff = {
        signInName: args.name,
        displayName: args.display ?? args.name,
        role,
        password: process.env.COUNTERSIGN_NEW_PASSWORD ?? null,
      };
      return told(await addStaff(door, who, same ? { ...staff, person: same.member.person } : staff), args.name);
    });
  },
});

function told(added: AddedStaff, signInName: string): number {
  if (added.refused) return refusedWith(added.refused, "staff.add");
  console.log(`${signInName} is added.${added.password ? ` First password, shown this once: ${added.password}` : ""}`);
  console.log("At the first sign-in they set up an authenticator.");
  return exit.ok;
}

const off = defineCommand({
  meta: { name: "disable", description: "Disable a member for good and end their sessions." },
  args: { name },
  async run({ args }) {
    await withHouse(async ({ door }) => {
      const member = await memberNamed(door, args.name);
      if (!member) return fail(`Nobody signs in as ${args.name}.`);
      const id = member.member.id;
      const outcome = await door.ledger.enact({
        stream: "staff",
        id,
        actor: atTheCommandLine(),
        request: "cli",
        keep: [{ keep: "end-staff-sessions", staff: id }],
        decide: disable(),
      });
      return outcome.refused
        ? refusedWith(outcome.refused, "staff.disable")
        : say(`${args.name} is disabled and signed out everywhere.`);
    });
  },
});

const list = defineCommand({
  meta: {
    name: "list",
    description: "List the members of staff: role, sign-in name, id, the name others see; disabled ones are marked.",
  },
  async run() {
    await withHouse(async ({ door }) => {
      const members = await staffRoll(door);
      const width = Math.max(0, ...members.map((m) => m.signInName.length));
      for (const m of members) {
        const marked = m.isDisabled ? " (disabled)" : "";
        console.log(`${m.role.padEnd(10)} ${m.signInName.padEnd(width)} ${m.id} ${m.name}${marked}`);
      }
      return exit.ok;
    });
  },
});

/** Members of staff. */
export const staff = defineCommand({
  meta: { name: "staff", description: "Members of staff." },
  subCommands: { add, disable: off, list },
});

function fail(sentence: string): number {
  console.error(sentence);
  return exit.failed;
}

function say(sentence: string): number {
  console.log(sentence);
  return exit.ok;
}
