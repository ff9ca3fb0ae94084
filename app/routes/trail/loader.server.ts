import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { searchTrail } from "~/desk/search-trail.server";
import { deskPage } from "~/page.server";
import { readTrail } from "~/read-trail.server";
import { turnAway } from "~/reply.server";
import { whoOf } from "~/visitor.server";
import { filterOf } from "./filter";
import { wrongSearch } from "./wrong-search";

/** One page of the trail; the auditor's own reading is on it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const filter = filterOf(given);
  const entered = await searchTrail(context.door, whoOf(context), filter);
  if (entered.refused) return turnAway(403);
  const problem = wrongSearch(filter, given);
  const data = {
    ...(await deskPage(context)),
    exporting: given.export !== undefined,
    page: await readTrail(context.door, filter, given.before ?? given.after ?? null),
    problem,
  };
  return json(data, { status: problem ? 400 : 200 });
}
