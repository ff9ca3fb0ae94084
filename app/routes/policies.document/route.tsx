import type { LoaderFunctionArgs } from "@remix-run/node";
import { policyDocument } from "~/read-policies.server";
import { fileOf, turnAway } from "~/reply.server";

/** A policy document by its digest, as a JSON file: one that ships, was adopted or is drafted. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const digest = /^[0-9a-f]{64}$/.exec(params.digest ?? "")?.[0] ?? turnAway(404);
  const policy = (await policyDocument(context.door, digest)) ?? turnAway(404);
  return fileOf(`${JSON.stringify(policy, null, 2)}\n`, `${policy.id}-${policy.version}.json`);
}
