import type { LoaderFunctionArgs } from "@remix-run/node";
import { parameter, portalPage } from "~/page.server";
import { readFactor } from "~/read-factor.server";
import { readProofs } from "~/read-proofs.server";
import { pendingFactor } from "~/second-cookies.server";
import { factorNews } from "~/ui/words/second-factor";
import { holderIn } from "~/visitor.server";

/** The page of a signed-in holder's second factor, with the saved codes that stand in for it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const holder = holderIn(context);
  const use = pendingFactor(context, request)?.factor ?? null;
  const [factor, proofs] = await Promise.all([
    readFactor(context.door, holder, use),
    readProofs(context.door, holder.account),
  ]);
  const news = factorNews(context.language, parameter(request, "done"));
  return { ...(await portalPage(context)), factor, proofs, news };
}
