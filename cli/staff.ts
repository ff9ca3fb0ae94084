import { defineCommand } from "citty";
import { disable } from "domain/member";
import { roles } from "domain/staff";
import { type AddedStaff, addStaff } from "~/desk/add-staff.server";
import { addOwnContact, linkAccount, removeOwnContact, unlinkAccount } from "~/desk/own-contacts.server";
import type { Door } from "~/door.server";
import { isAccount } from "~/read-erasures.server";
import { memberNamed, staffRoll } from "~/staff-secrets.server";
import { atTheCommandLine, exit, refusedWith, withHouse } from "./house";

const name = { type: "positional", description: "the name they sign in with", required: true } as const;

/** A member's own address and number: accounts and new contacts that have them are known as those of staff. */
const own = {
  email: { type: "string", description: "an e-mail address of their own" },
  phone: { type: "string", description: "a phone number of their own" },
} as const;

const add = defineCommand({
  meta: { name: "add", description: "Add a member of staff; the password is made and shown once." },
  args: {
    name,
    role: { type: "string", description: roles.join(", "), required: true },
    display: { type: "string", description: "the name others see; their sign-in name by default" },
    same: { type: "string", description: "the sign-in name of another account of the same human" },
    ...own,
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
      const added = await addStaff(door, who, same ? { ...staff, person: same.member.person } : staff);
      const noted = added.id ? await noteContacts(door, added.id, args) : exit.ok;
      return Math.max(told(added, args.name), noted);
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

const contact = defineCommand({
  meta: { name: "contact", description: "Note a member's own address or number, or take it off again." },
  args: { name, ...own, remove: { type: "boolean", default: false, description: "take it off" } },
  async run({ args }) {
    await withHouse(async ({ door }) => {
      const member = await memberNamed(door, args.name);
      if (!member) return fail(`Nobody signs in as ${args.name}.`);
      if (!args.email && !args.phone) return fail("Say which: --email, --phone, or both.");
      const done = await noteContacts(door, member.member.id, args, args.remove);
      return done === exit.ok ? say(`That is ${args.remove ? "no longer " : ""}noted as ${args.name}'s own.`) : done;
    });
  },
});

const link = defineCommand({
  meta: {
    name: "link",
    description: "Note an account as a member's own: the desk does not recover it, and they keep away from it.",
  },
  args: {
    name,
    account: { type: "string", description: "the account's internal id", required: true },
    remove: { type: "boolean", default: false, description: "take the note off" },
  },
  async run({ args }) {
    await withHouse(async ({ door }) => {
      const member = await memberNamed(door, args.name);
      if (!member) return fail(`Nobody signs in as ${args.name}.`);
      if (!(await isAccount(door, args.account))) return fail("There is no account of that id.");
      const verb = args.remove ? unlinkAccount : linkAccount;
      const { refused } = await verb(door, typing(), member.member.id, args.account);
      if (refused) return refusedWith(refused, args.remove ? "staff.unlink" : "staff.link");
      return say(`That account is ${args.remove ? "no longer " : ""}noted as ${args.name}'s own.`);
    });
  },
});

/** Notes each of them that was given, or takes it off; a refusal is said in words. */
async function noteContacts(
  door: Door,
  staff: string,
  given: { email?: string; phone?: string },
  remove = false,
): Promise<number> {
  for (const kind of ["email", "phone"] as const) {
    const value = given[kind];
    if (value === undefined) continue;
    const { refused } = await (remove ? removeOwnContact : addOwnContact)(door, typing(), staff, { kind, value });
    if (refused) return refusedWith(refused, remove ? "staff.remove-contact" : "staff.add-contact");
  }
  return exit.ok;
}

const typing = () => ({ actor: atTheCommandLine(), request: "cli" });

/** Members of staff. */
export const staff = defineCommand({
  meta: { name: "staff", description: "Members of staff." },
  subCommands: { add, disable: off, list, contact, link },
});

function fail(sentence: string): number {
  console.error(sentence);
  return exit.failed;
}

function say(sentence: string): number {
  console.log(sentence);
  return exit.ok;
}
