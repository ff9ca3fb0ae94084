import type { LoaderFunctionArgs } from "@remix-run/node";
import { callerWord } from "~/desk/caller-number.server";
import { viewTicket } from "~/desk/view-ticket.server";
import { deskPage, parameter } from "~/page.server";
import { readAgents, readTicket } from "~/read.server";
import { turnAway } from "~/reply.server";
import { callerWordOf } from "~/ui/words/caller-words";
import { staffOf, whoOf } from "~/visitor.server";
import { refOf } from "./act.server";

/** The ticket's page; that it was opened is an entry. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ref = await refOf(context, params.number);
  const ticket = await readTicket(context.door, staffOf(context), Number(params.number));
  if (!ticket) return turnAway(404);
  const seen = await viewTicket(context.door, whoOf(context), ref, ticket);
  if (seen.refused) return turnAway(403);
  const agents = ticket.may["hand-over"] ? await readAgents(context.door, ticket.number) : [];
  const matched = ticket.care.caller.state === "matched" && ticket.mine;
  const chosen = matched ? await callerWord(context.door, ref) : null;
  const word = chosen === null ? null : callerWordOf(chosen);
  return { ...(await deskPage(context)), ticket, agents, word, done: parameter(request, "done") };
}
