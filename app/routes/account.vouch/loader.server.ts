import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { parameter, portalPage } from "~/page.server";
import { readVouch } from "~/read-proofs.server";
import { holderIn } from "~/visitor.server";
import { ownPage } from "../account/loader.server";

/** What a linked person is asked, once they typed the number; a form that was refused is shown on their own page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account: id } = holderIn(context);
  const link = parameter(request, "link");
  const asked = link ? await readVouch(context.door, id, link) : null;
  if (asked) return { ...(await portalPage(context)), asked, own: null };
  if (link) throw redirect("/account");
  return { ...(await portalPage(context)), asked: null, own: await ownPage(context) };
}
