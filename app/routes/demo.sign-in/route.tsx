import type { ActionFunctionArgs } from "@remix-run/node";
import { demoSignIn } from "~/desk/sign-in.server";
import { goIn } from "~/entrance.server";
import { formOf, seeOther, text } from "~/reply.server";
import { whoOf } from "~/visitor.server";

/** One click signs a visitor of the demo in as one of its people; the gate closes this in production. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { as: text(64) });
  if (!read.ok) return seeOther("/sign-in");
  const signedIn = await demoSignIn(context.house, whoOf(context), read.form.as);
  return signedIn.kind === "signed-in" ? goIn(context, request, signedIn) : seeOther("/sign-in");
}
