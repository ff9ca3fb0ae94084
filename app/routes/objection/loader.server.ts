import type { LoaderFunctionArgs } from "@remix-run/node";
import type { SignInProof } from "domain/view-factor";
import { readObjectionLink } from "~/desk/object-to-ticket.server";
import { objectionRef } from "~/desk/prove-ownership.server";
import type { Holder } from "~/holder.server";
import { parameter, portalPage } from "~/page.server";
import { readFactor } from "~/read-factor.server";
import { turnAway } from "~/reply.server";
import type { ObjectionPageProps } from "~/ui/portal/objection-page";
import { type Context, whoOf } from "~/visitor.server";

/** The page behind a notice's link; reading it changes nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const about = await readObjectionLink(context.door, whoOf(context), token);
  if (!about) return turnAway(404);
  const signIn = await signInProof(context, token);
  return {
    ...(await portalPage(context)),
    about,
    signIn,
    path: `/objection/${token}`,
    done: parameter(request, "done"),
  };
}

/** What a holder who is signed in to the account in this browser can show by that. */
async function signInProof(context: Context, token: string): Promise<ObjectionPageProps["signIn"]> {
  const { holder } = context.visitor;
  const at = await objectionRef(context.door, token);
  const isTheirs = holder !== null && at?.account === holder.account;
  return { ticket: at?.ticket ?? "", proof: isTheirs ? await proofIn(context, holder, at.ticket) : null };
}

const proofIn = async ({ door }: Context, holder: Holder, ticket: string): Promise<SignInProof | null> =>
  (await readFactor(door, holder)).proofs[ticket] ?? null;
