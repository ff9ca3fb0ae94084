import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endEverySession } from "~/desk/end-sessions.server";
import { endHolder } from "~/holder.server";
import { actingIn, formOf, keyed, seeOther, unread } from "~/reply.server";
import { useWords } from "~/ui/language";
import { SessionsPage } from "~/ui/portal/account/sessions-page";
import type { Problem } from "~/ui/problem";
import { sessionWords } from "~/ui/words/sessions";
import { holderIn, whoOf } from "~/visitor.server";
import { sayingLeft } from "~/way-back.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta = titleOf("sessions");

/** Signs the holder out everywhere, here with it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, {});
  if (!read.ok) return unread("sessions", read);
  const holder = holderIn(context);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { all: true }));
  return actingIn(context, "sessions", async () => {
    await endEverySession(context.door, who, holder.account);
    const { house, door } = context;
    return seeOther("/account/sign-in", [await endHolder(house, holder), sayingLeft(door.config, "out")]);
  });
}

export default function Sessions() {
  const { sessions, now, zone, formKey, demo, done } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  const { ended } = useWords(sessionWords);
  const shown = { sessions, now, zone, formKey, problem: acted?.problem ?? null };
  return <SessionsPage {...shown} news={done === "ended" ? ended : null} demo={demoOf(demo)} />;
}
