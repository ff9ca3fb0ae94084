import { type ActionFunctionArgs, json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeCodes } from "~/desk/make-saved-codes.server";
import { statusOf } from "~/refusal-status";
import { actingIn, formOf, keyed, portalRefused, problem, text, unread } from "~/reply.server";
import { pendingFactor } from "~/second-cookies.server";
import { SavedCodesPage } from "~/ui/portal/account/saved-codes-page";
import { CodesPage } from "~/ui/portal/codes-page";
import type { Problem } from "~/ui/problem";
import { factorRefusal } from "~/ui/words/second-factor";
import { holderIn, whoOf } from "~/visitor.server";
import type { loader } from "../account/loader.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export { loader } from "../account/loader.server";

export const meta = titleOf("codes");

/** Makes saved codes; they are in this one answer and nowhere else. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { password: text(1000), code: text(60).optional() });
  if (!read.ok) return unread("codes", read);
  const { door, visitor } = context;
  const who = whoOf(context, keyed(door, visitor, read.key, { name: "codes", form: read.form }));
  return actingIn(context, "codes", async () => {
    const use = pendingFactor(context, request)?.factor ?? null;
    const typed = { ...read.form, source: visitor.source, use };
    const { refused, codes } = await makeCodes(door, who, holderIn(context).account, typed);
    if (codes) return json({ codes, problem: null });
    const reason = refused ?? "codes-shown-once";
    if (isOfFactor(reason)) {
      const sentence = factorRefusal(context.language, reason);
      return problem(statusOf(reason), { form: "codes", sentence, fields: { code: sentence } });
    }
    return portalRefused(context, "codes", reason, { field: refused === "wrong-password" ? "password" : undefined });
  });
}

const isOfFactor = (reason: string): boolean =>
  ["wrong-code", "code-used", "too-many-tries", "second-factor-needed"].includes(reason);

export default function Codes() {
  const { account, proofs, zone, formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ codes?: string[]; problem: Problem | null }>();
  const bar = demoOf(demo);
  if (acted?.codes) return <CodesPage codes={acted.codes} username={account.username} demo={bar} />;
  return <SavedCodesPage {...{ proofs, zone, formKey }} problem={acted?.problem ?? null} demo={bar} />;
}
