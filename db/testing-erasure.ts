import { confirmErasure, proposeErasure } from "domain/erasure";
import { addMember, stepUp } from "domain/member";
import type { Actor } from "domain/staff";
import { minutes } from "domain/time";
import { cli, granted, staffed, type Teller } from "./testing-trail";

export const rob = staffed("rob", "admin");
export const ned = staffed("ned", "admin");

/** Two admins join. */
export async function tellAdmins(t: Teller): Promise<void> {
  for (const id of ["rob", "ned"])
    await granted(
      t.ledger.enact({ stream: "staff", id, actor: cli, request: `add-${id}`, decide: addMember(`p-${id}`, "admin") }),
    );
}

/** Rob proposes to erase an account, Ned confirms, each with a fresh code. */
export async function tellErasure(t: Teller, account: string): Promise<void> {
  const on = { stream: "case", account, ticket: null, request: `erase-${account}` } as const;
  const reason = { id: `why-${account}`, commitment: "ab".repeat(32) };
  const proposal = `proposal-${account}`;
  const first = await stepsUp(t, rob, account);
  await granted(t.ledger.enact({ ...on, actor: rob, decide: proposeErasure({ proposal, reason, stepUp: first }) }));
  const second = await stepsUp(t, ned, account);
  await granted(
    t.ledger.enact({
      ...on,
      actor: ned,
      decide: confirmErasure({ proposal, stepUp: second }),
      query: { erasing: true },
      keep: [{ keep: "erase-account", account }],
    }),
  );
}

/** A fresh code of an admin for an act on an account; gives the step-up's id. */
export async function stepsUp(t: Teller, admin: Actor, object: string, act = "erase"): Promise<string> {
  t.now += minutes(1);
  const id = `${admin.id.slice("staff:".length)}-${t.now}`;
  const made = { id, act, object, step: Math.floor(t.now / 30_000) };
  const staff = admin.id.slice("staff:".length);
  await granted(t.ledger.enact({ stream: "staff", id: staff, actor: admin, request: id, decide: stepUp(made) }));
  return id;
}
