import { randomUUID } from "node:crypto";
import type { Actor } from "domain/staff";
import type { Instant } from "domain/time";
import { readCookie } from "./cookies.server";
import type { Door, House, Keyed } from "./door.server";
import { type Holder, holderOf, type Requester, requesterOf } from "./holder.server";
import { sessionName, staffSession } from "./staff.server";
import { type NamedMember, staffName } from "./staff-secrets.server";
import type { Language } from "./ui/languages";

/** Who is asking, as found out before any route is run. */
export interface Visitor {
  /** Who acts, as entries name them: by what the route is for, never by what else the browser is signed in to. */
  actor: Actor;
  /** The id of this request, on its entries and on its error page. */
  request: string;
  /** Where the connection came from, as budgets count it. */
  source: string;
  member: NamedMember | null;
  session: { id: string; auth: string; expiresAt: Instant } | null;
  requester: Requester | null;
  holder: Holder | null;
}
/** What loaders and actions are given. */
export interface Context {
  visitor: Visitor;
  door: Door;
  house: House;
  /** Of this response's Content-Security-Policy. */
  nonce: string;
  /** The path that was asked for, whatever is shown for it. */
  path: string;
  /** Whether it is answered with a page of the public side. */
  portal: boolean;
  /** The language of this page: the desk speaks English. */
  language: Language;
  /** A page that looks at itself again: nobody did anything, so no session is prolonged by it. */
  live: boolean;
  /** The status of a request that was turned away: the error page shows it. */
  refused: number | null;
  /** What a form's action answers with in place of its page: Remix would read any other answer of a route that has a page as its data. */
  file: Response | null;
  /** Waits until the answer under way takes more; false once its reader went away. */
  room(): Promise<boolean>;
  /** Whether a path is a page of the desk that this role may open. */
  mayOpen(path: string, role: NamedMember["role"]): boolean;
  /** The public page that an address of the public side belongs to. */
  pageOf(address: string): string;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends Context {}
}

const anyone: Actor = { id: "anyone", role: "anyone", auth: "none", session: null };

/** A visitor of whom nothing is known. */
export const newVisitor = (source: string): Visitor => ({
  actor: anyone,
  request: randomUUID(),
  source,
  member: null,
  session: null,
  requester: null,
  holder: null,
});

/** Finds out who a visitor is from their cookies, of the sides that are served; the acting one is chosen later, by the route. */
export async function recognise(
  house: House,
  visitor: Visitor,
  from: { cookies: string | null; live: boolean },
): Promise<Visitor> {
  const { cookies, live } = from;
  const { config } = house.door;
  const token = config.serve === "portal" ? null : readCookie(config, cookies, "cs");
  const session = token ? await staffSession(house, token, !live) : null;
  const ofPortal = config.serve === "desk" ? null : cookies;
  const named = { holder: await holderOf(house, ofPortal), requester: await requesterOf(house, ofPortal) };
  if (!session) return { ...visitor, ...named };
  const { id, role } = session.member;
  const member = { id, role, name: await staffName(house.door, id) };
  return {
    ...visitor,
    ...named,
    member,
    session: { id: session.id, auth: session.auth, expiresAt: session.expiresAt },
  };
}

/** The visitor as the one they act as on this route. */
export function actingAs(visitor: Visitor, as: "staff" | "requester" | "holder" | "anyone"): Visitor {
  const { member, session, requester, holder } = visitor;
  if (as === "staff" && member && session) {
    return {
      ...visitor,
      actor: { id: `staff:${member.id}`, role: member.role, auth: session.auth, session: sessionName(session.id) },
    };
  }
  if (as === "requester" && requester)
    return {
      ...visitor,
      actor: { id: `requester:${requester.ticket}`, role: "requester", auth: "code", session: null },
    };
  if (as === "holder" && holder)
    return {
      ...visitor,
      actor: {
        id: `holder:${holder.account}`,
        role: "holder",
        auth: holder.auth,
        session: sessionName(holder.session),
      },
    };
  return visitor;
}

/** The member of staff a route is run for; the gate lets no other in. */
export function staffOf({ visitor }: Context): NamedMember {
  return visitor.member ?? notHere();
}

/** The requester a route is run for; the gate lets no other in. */
export function requesterIn({ visitor }: Context): Requester {
  return visitor.requester ?? notHere();
}

/** The holder a route is run for; the gate lets no other in. */
export function holderIn({ visitor }: Context): Holder {
  return visitor.holder ?? notHere();
}

/** Who does what a desk verb is asked for, in this request, under this form's key. */
export function whoOf({ visitor }: Context, key?: Keyed): { actor: Actor; request: string; key?: Keyed } {
  const { actor, request } = visitor;
  return key ? { actor, request, key } : { actor, request };
}

function notHere(): never {
  throw new Response(null, { status: 403 });
}
