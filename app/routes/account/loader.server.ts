import type { LoaderFunctionArgs } from "@remix-run/node";
import type { HolderView } from "domain/view";
import { objectionPath } from "~/desk/links.server";
import { parameter, portalPage } from "~/page.server";
import { readAccount } from "~/read.server";
import { readFactor } from "~/read-factor.server";
import { readOwn } from "~/read-own.server";
import { readProofs } from "~/read-proofs.server";
import { requestsOfMine } from "~/second-cookies.server";
import type { OwnershipWays } from "~/ui/portal/account/request-part";
import { type Context, holderIn } from "~/visitor.server";

/** The signed-in holder's own page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const mine = requestsOfMine(context, request);
  return { ...(await portalPage(context)), ...(await ownPage(context)), mine, done: parameter(request, "done") };
}

/** What the holder's own pages show of their account. */
export async function ownPage(context: Context) {
  const holder = holderIn(context);
  const { account: id } = holder;
  const { door } = context;
  const [account, proofs, factor, own] = await Promise.all([
    readAccount(door, id),
    readProofs(door, id),
    readFactor(door, holder),
    readOwn(door, id),
  ]);
  return { account, proofs, factor, ...own, ways: waysToProve(door, account) };
}

/** Where a holder whose request is disputed proves that the account is theirs: one page a contact, behind its objection link. */
const waysToProve = (door: Context["door"], { recent, contacts }: HolderView): OwnershipWays =>
  Object.fromEntries(
    recent.flatMap(({ ticket, state }) =>
      state === "disputed"
        ? [[ticket, contacts.map(({ id, mask }) => ({ mask, path: objectionPath(door, ticket, id) }))]]
        : [],
    ),
  );
