import type { LoaderFunctionArgs } from "@remix-run/node";
import { secondStepPage } from "~/desk/second-step.server";
import { parameter, portalPage } from "~/page.server";
import { seeOther } from "~/reply.server";
import { forgetPassword, pendingSignIn } from "~/second-cookies.server";
import { whoOf } from "~/visitor.server";

/** The second step, for a browser that gave a right password; any other begins anew. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const pending = pendingSignIn(context, request);
  const step = pending && (await secondStepPage(context.door, whoOf(context), pending));
  if (!step) throw seeOther("/account/sign-in", [forgetPassword(context)]);
  return { ...(await portalPage(context)), step, texted: parameter(request, "done") === "text" };
}
