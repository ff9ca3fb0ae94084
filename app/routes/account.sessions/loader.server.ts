import type { LoaderFunctionArgs } from "@remix-run/node";
import { parameter, portalPage } from "~/page.server";
import { readSessions } from "~/read-own.server";
import { sessionName } from "~/staff.server";
import { holderIn } from "~/visitor.server";

/** Where the holder is signed in; a session is named by the part of its id that entries have. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account, session } = holderIn(context);
  const live = await readSessions(context.door, account);
  const sessions = live.map(({ id, ...shown }) => ({ ...shown, name: sessionName(id), here: id === session }));
  return { ...(await portalPage(context)), sessions, done: parameter(request, "done") };
}
