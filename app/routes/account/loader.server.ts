import type { LoaderFunctionArgs } from "@remix-run/node";
import { parameter, portalPage } from "~/page.server";
import { readAccount } from "~/read.server";
import { readProofs } from "~/read-proofs.server";
import { holderIn } from "~/visitor.server";

/** The signed-in holder's own page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account: id } = holderIn(context);
  const [account, proofs] = await Promise.all([readAccount(context.door, id), readProofs(context.door, id)]);
  return { ...(await portalPage(context)), account, proofs, done: parameter(request, "done") };
}
