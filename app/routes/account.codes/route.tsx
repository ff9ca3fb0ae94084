import { type ActionFunctionArgs, json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeCodes } from "~/desk/make-saved-codes.server";
import { actingIn, formOf, keyed, portalRefused, text, unread } from "~/reply.server";
import { CodesPage } from "~/ui/portal/codes-page";
import { holderIn, whoOf } from "~/visitor.server";
import type { loader } from "../account/loader.server";
import AccountRoute from "../account/route";
import { demoOf } from "../demo-bar";

export { loader } from "../account/loader.server";
export { meta } from "../account/route";

/** Makes saved codes; they are in this one answer and nowhere else. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { password: text(1000) });
  if (!read.ok) return unread("codes", read);
  const { door, visitor } = context;
  const who = whoOf(context, keyed(door, visitor, read.key, { name: "codes", form: read.form }));
  return actingIn(context, "codes", async () => {
    const typed = { password: read.form.password, source: visitor.source };
    const { refused, codes } = await makeCodes(door, who, holderIn(context).account, typed);
    if (codes) return json({ codes, problem: null });
    const field = refused === "wrong-password" ? "password" : undefined;
    return portalRefused(context, "codes", refused ?? "codes-shown-once", { field });
  });
}

export default function Codes() {
  const { account, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ codes?: string[] }>();
  return acted?.codes ? (
    <CodesPage codes={acted.codes} username={account.username} demo={demoOf(demo)} />
  ) : (
    <AccountRoute />
  );
}
