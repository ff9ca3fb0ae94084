import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { createUser } from "~/desk/provide-user.server";
import { findUsers, pageOfUsers } from "~/read-provided.server";
import { mostOnPage } from "~/routes/scim/about";
import { baseOf } from "~/routes/scim/base";
import { findIn } from "~/routes/scim/filter";
import { problemOf } from "~/routes/scim/refused";
import { docIn, invalid, wantedOf } from "~/routes/scim/resource";
import { etagOf, locationOf, resourceOf } from "~/routes/scim/shown";
import { answering, bodyOf, listReply, ScimProblem, scimReply } from "~/routes/scim/wire";
import type { Context } from "~/visitor.server";

/** Users by one exact value, or page by page from a cursor on (RFC 9865). */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  return answering(async () => {
    const filter = asked.get("filter");
    return filter === null ? page(context, asked) : found(context, asked, filter);
  });
}

/** Makes a user. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answering(async () => {
    const wanted = wantedOf(docIn(await bodyOf(request)), true);
    const made = await createUser(context.door, context.visitor.request, wanted);
    if ("refused" in made) throw problemOf(made.refused, false);
    const base = baseOf(context);
    const headers = { Location: locationOf(made.user, base), ETag: etagOf(made.user) };
    return scimReply(resourceOf(made.user, base, new URL(request.url).searchParams), 201, headers);
  });
}

async function found(context: Context, asked: URLSearchParams, filter: string): Promise<Response> {
  const from = Math.max(wholeIn(asked, "startIndex", 1), 1);
  const count = wholeIn(asked, "count", mostOnPage);
  const users = (await findUsers(context.door, findIn(filter))).filter((u) => !u.gone);
  const shown = users.slice(from - 1).slice(0, Math.max(count, 0));
  return listReply(
    shown.map((u) => resourceOf(u, baseOf(context), asked)),
    { total: users.length, from },
  );
}

async function page(context: Context, asked: URLSearchParams): Promise<Response> {
  if (wholeIn(asked, "startIndex", 1) > 1)
    throw new ScimProblem(501, null, "A list goes on by its nextCursor: ask again with cursor=…");
  const cursor = asked.get("cursor") ?? "";
  if (!/^[\w-]{0,64}$/.test(cursor)) throw new ScimProblem(400, "invalidCursor", "That is no cursor of this server.");
  const count = Math.min(wholeIn(asked, "count", mostOnPage), mostOnPage);
  if (count < 1) return listReply([], { total: null });
  const { users, next } = await pageOfUsers(context.door, cursor, count);
  const shown = users.filter((u) => !u.gone).map((u) => resourceOf(u, baseOf(context), asked));
  return listReply(shown, { total: cursor === "" && next === null ? shown.length : null, next });
}

function wholeIn(asked: URLSearchParams, name: string, otherwise: number): number {
  const text = asked.get(name);
  if (text === null) return otherwise;
  if (!/^-?\d{1,9}$/.test(text)) throw invalid(`${name} is no whole number.`);
  return Number(text);
}
