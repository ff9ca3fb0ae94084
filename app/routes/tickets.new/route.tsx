import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { AccountHit } from "domain/view";
import { z } from "zod";
import { claimTicket } from "~/desk/claim-ticket.server";
import { findAccount } from "~/desk/find-account.server";
import { withoutKey } from "~/desk/new-contact.server";
import { openTicket } from "~/desk/open-ticket.server";
import { deskPage } from "~/page.server";
import { accountById, mayOpenTicket } from "~/read.server";
import { statusOf } from "~/refusal-status";
import { acting, formOf, keyed, keyedByContent, refused, seeOther, text, tick, turnAway, unread } from "~/reply.server";
import { NewTicketScreen } from "~/ui/new-ticket/new-ticket-screen";
import type { Problem } from "~/ui/problem";
import { refusal } from "~/ui/words";
import type { FindKind } from "~/ui/words/finding";
import { staffOf, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { id } from "../ticket/form";

export const meta: MetaFunction = () => [{ title: "New ticket · Countersign" }];

export const loader = ({ context }: LoaderFunctionArgs) => deskPage(context);

const findShape = {
  intent: z.literal("find"),
  kind: z.enum(["ticket", "username", "name", "email", "phone", "serial"]),
  q: text(320),
};
const openShape = {
  intent: z.literal("open"),
  account: id,
  password: tick(),
  secondFactor: tick(),
  email: tick(),
  phone: tick(),
  claim: tick(),
  thaw: tick(),
};

/** Finds accounts, or opens a ticket on one: the form says which. */
export async function action(args: ActionFunctionArgs) {
  const intent = new URLSearchParams(await args.request.clone().text()).get("intent");
  if (intent === "find") return find(args);
  return intent === "open" ? open(args) : turnAway(400);
}

async function find({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, findShape);
  if (!read.ok) return unread("find", read);
  const { kind, q } = read.form;
  const who = whoOf(context, keyedByContent(context.door, context.visitor, read.key, read.form));
  const found = await findAccount(context.door, who, kind, q);
  if (found.refused) return refused("find", found.refused, { typed: read.typed, field: "q" });
  if (found.tooMany) return refused("find", "too-many-hits", { typed: read.typed, field: "q" });
  const number = Number(q.replace(/\D/g, ""));
  const opens = (n: number) => mayOpenTicket(context.door, staffOf(context), n);
  if (kind === "ticket" && found.hits.length > 0 && (await opens(number))) return seeOther(`/tickets/${number}`);
  const live = found.hits.flatMap((h) => h.liveTicket?.number ?? []);
  const mayOpen = (await Promise.all(live.map(async (n) => ((await opens(n)) ? [n] : [])))).flat();
  return json({ find: { kind, q: kind === "serial" ? "" : q }, hits: found.hits, mayOpen, problem: null });
}

async function open({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, openShape);
  if (!read.ok) return unread("open", read);
  const { account, claim, thaw, intent: _, ...loss } = read.form;
  const hit = await accountById(context.door, account);
  if (!hit) return turnAway(404);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, read.form));
  return acting("open", async () => {
    const opened = await openTicket(context.door, who, account, loss, thaw);
    if (opened.refused || !opened.ticket) {
      const reason = opened.refused ?? "no-such-account";
      const problem = { form: "open", sentence: refusal(reason, "ticket.open"), typed: read.typed };
      return json({ find: null, hits: [hit], problem }, { status: statusOf(reason) });
    }
    if (claim && !opened.replayed) await claimTicket(context.door, withoutKey(who), { account, ticket: opened.ticket });
    return seeOther(`/tickets/${opened.number}`);
  });
}

interface Acted {
  find?: { kind: FindKind; q: string } | null;
  hits?: AccountHit[];
  mayOpen?: number[];
  problem?: Problem | null;
}

export default function NewTicketPage() {
  const { desk, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<Acted>();
  return (
    <NewTicketScreen
      desk={desk}
      find={acted?.find ?? null}
      hits={acted?.hits ?? null}
      mayOpen={acted?.mayOpen ?? []}
      problem={acted?.problem ?? null}
      demo={demoOf(demo)}
    />
  );
}
