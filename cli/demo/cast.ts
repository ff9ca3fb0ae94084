import type { Actor, Role } from "domain/staff";
import { addStaff } from "~/desk/add-staff.server";
import { enrolForDemo } from "~/desk/demo-authenticator.server";
import type { House } from "~/door.server";
import { atTheCommandLine } from "../house";

interface Part {
  signInName: string;
  displayName: string;
  role: Role;
}
export interface CastMember extends Part {
  id: string;
  password: string;
  actor: Actor;
}
const parts = {
  ada: { signInName: "ada", displayName: "Ada Obi", role: "agent" },
  bob: { signInName: "bob", displayName: "Bob Lang", role: "agent" },
  sam: { signInName: "sam", displayName: "Sam Reyes", role: "supervisor" },
  max: { signInName: "max", displayName: "Max Weber", role: "supervisor" },
  ivy: { signInName: "ivy", displayName: "Ivy Chen", role: "auditor" },
  rob: { signInName: "rob", displayName: "Rob Silva", role: "admin" },
  // Some decisions take one person more of a role.
  lea: { signInName: "lea", displayName: "Lea Roth", role: "supervisor" },
  ned: { signInName: "ned", displayName: "Ned Kaya", role: "admin" },
} as const satisfies Record<string, Part>;
export type Name = keyof typeof parts;
export type Cast = Record<Name, CastMember>;

/** Hires the people of the demo, each with an authenticator whose codes the demo's bar shows. */
export async function hireCast(house: House): Promise<Cast> {
  const hired: [Name, CastMember][] = [];
  for (const name of Object.keys(parts) as Name[]) hired.push([name, await hire(house, parts[name])]);
  return Object.fromEntries(hired) as Cast;
}

async function hire({ door }: House, part: Part): Promise<CastMember> {
  const who = { actor: atTheCommandLine(), request: "demo" };
  const added = await addStaff(door, who, { ...part, password: null });
  if (added.refused || !added.id || !added.password)
    throw new Error(`${part.displayName} could not be hired: ${added.refused}.`);
  const refused = await enrolForDemo(door, who, added.id);
  if (refused) throw new Error(`${part.displayName} has no authenticator: ${refused}.`);
  const actor: Actor = { id: `staff:${added.id}`, role: part.role, auth: "demo", session: null };
  return { ...part, id: added.id, password: added.password, actor };
}
