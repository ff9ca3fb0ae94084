import { type ActionFunctionArgs, json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { accountNow } from "~/desk/case.server";
import { objectInSession } from "~/desk/object-to-ticket.server";
import { refByTicket } from "~/facts.server";
import { actingIn, formOf, keyed, portalRefused, seeOther, turnAway, unread } from "~/reply.server";
import { rememberMine } from "~/second-cookies.server";
import { StopPage, StoppedPage } from "~/ui/portal/account/stop-page";
import { holderIn, whoOf } from "~/visitor.server";
import type { loader } from "../account/loader.server";
import Account from "../account/route";
import { demoOf } from "../demo-bar";
import { id } from "../ticket/form";

export { loader } from "../account/loader.server";
export { meta } from "../account/route";

/** What its holder says of a request: that it was their own, that it is to be stopped, and, asked once more, that they are sure. */
const answer = z.enum(["mine", "stop", "sure"]);

/** "It was me" and "This was not me", from the holder's own signed-in session. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { ticket: id, answer });
  if (!read.ok) return unread("objection", read);
  const { ticket } = read.form;
  const { account } = holderIn(context);
  const ref = await refByTicket(context.door, ticket);
  if (!ref || ref.account !== account) return turnAway(404);
  if (read.form.answer === "mine") return seeOther("/account?done=mine", [rememberMine(context, request, ticket)]);
  if (read.form.answer === "stop") return json({ ask: ticket });
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, read.form));
  return actingIn(context, "objection", async () => {
    const outcome = await objectInSession(context.door, who, ref);
    if (outcome.refused) return portalRefused(context, "objection", outcome.refused);
    const { frozenAt = null } = (await accountNow(context.door, account)) ?? {};
    return json({ stopped: true, locked: frozenAt !== null });
  });
}

/** Asks once more, tells what happened, or shows the account with what stood in the way. */
export default function AccountObjection() {
  const { account, formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ ask?: string; stopped?: true; locked?: boolean }>();
  const asked = account.recent.find((one) => one.ticket === acted?.ask);
  if (acted?.stopped) return <StoppedPage locked={acted.locked ?? false} demo={demoOf(demo)} />;
  return asked ? <StopPage one={asked} formKey={formKey} demo={demoOf(demo)} /> : <Account />;
}
