import { type ActionFunctionArgs, json } from "@remix-run/node";
import { readPolicyText } from "domain/policy-document";
import type { Edited } from "~/ui/policies/edited";
import { policyFileOf } from "~/upload.server";

export { loader } from "../policies.draft/loader.server";
export { default, meta } from "../policies.draft/route";

/** Puts a file's text where it can be edited, with what is wrong with it; nothing is kept of it. */
export async function action({ request }: ActionFunctionArgs) {
  const text = await policyFileOf(request);
  const edited: Edited = { document: text, problems: [...readPolicyText(text).problems], trial: null };
  return json({ problem: null, edited });
}
