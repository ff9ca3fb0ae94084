import type { ActionFunctionArgs } from "@remix-run/node";
import { portalBudget } from "~/budget.server";
import { textAgain } from "~/desk/second-step.server";
import { statusOf } from "~/refusal-status";
import { actingIn, formOf, problem, seeOther, unread } from "~/reply.server";
import { forgetPassword, pendingSignIn } from "~/second-cookies.server";
import { factorRefusal } from "~/ui/words/second-factor";
import { whoOf } from "~/visitor.server";

export { loader } from "../account.sign-in.code/loader.server";
export { default, meta } from "../account.sign-in.code/route";

/** Sends the text of the second step once more. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, {});
  if (!read.ok) return unread("text", read);
  const pending = pendingSignIn(context, request);
  if (!pending) return seeOther("/account/sign-in");
  const within = portalBudget.take(context.visitor.source, context.door.clock.now());
  return actingIn(context, "text", async () => {
    const refused = within ? await textAgain(context.door, whoOf(context), pending) : "too-many-requests";
    if (refused === null) return seeOther("/account/sign-in/code?done=text");
    if (refused === "session-ended" || refused === "account-frozen")
      return seeOther("/account/sign-in", [forgetPassword(context)]);
    return problem(statusOf(refused), { form: "text", sentence: factorRefusal(context.language, refused) });
  });
}
