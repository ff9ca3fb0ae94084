import type { ActionFunctionArgs } from "@remix-run/node";
import { endSessionNamed } from "~/desk/end-sessions.server";
import { statusOf } from "~/refusal-status";
import { actingIn, formOf, keyed, problem, seeOther, text, unread } from "~/reply.server";
import { sessionWords } from "~/ui/words/sessions";
import { holderIn, whoOf } from "~/visitor.server";

export { loader } from "../account.sessions/loader.server";
export { default, meta } from "../account.sessions/route";

/** Ends one of the holder's other sessions. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { session: text(40) });
  if (!read.ok) return unread("session", read);
  const { door, visitor, language } = context;
  const who = whoOf(context, keyed(door, visitor, read.key, read.form));
  return actingIn(context, "session", async () => {
    const { refused } = await endSessionNamed(door, who, holderIn(context).account, read.form.session);
    return refused === null
      ? seeOther("/account/sessions?done=ended")
      : problem(statusOf(refused), { form: "session", sentence: sessionWords[language].gone });
  });
}
