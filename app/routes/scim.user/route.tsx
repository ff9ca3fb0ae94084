import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { changeUser, type Wish } from "~/desk/provide-user.server";
import { userById } from "~/read-provided.server";
import { baseOf } from "~/routes/scim/base";
import { patched } from "~/routes/scim/patch";
import { problemOf } from "~/routes/scim/refused";
import { docIn, docOf, wantedOf } from "~/routes/scim/resource";
import { etagOf, locationOf, resourceOf } from "~/routes/scim/shown";
import { answering, bodyOf, scimReply } from "~/routes/scim/wire";

/** One user, or 304 where the client knows them as they are. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answering(async () => {
    const user = await userById(context.door, params.id ?? "");
    if (!user || user.gone) throw problemOf("no-such-account", false);
    const headers = { ETag: etagOf(user), "Content-Location": locationOf(user, baseOf(context)) };
    const known = tagsIn(request.headers.get("If-None-Match"));
    if (known?.includes(user.tag)) return new Response(null, { status: 304, headers });
    return scimReply(resourceOf(user, baseOf(context), new URL(request.url).searchParams), 200, headers);
  });
}

/** Replaces, changes or removes a user. One who is removed is switched off, and nothing of theirs is erased. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answering(async () => {
    const wish = await wishOf(request);
    const tag = await tagWanted(request, async () => (await userById(context.door, params.id ?? ""))?.tag ?? null);
    const made = await changeUser(context.door, context.visitor.request, { id: params.id ?? "", tag }, wish);
    if ("refused" in made) throw problemOf(made.refused, tag !== null);
    if (request.method === "DELETE") return new Response(null, { status: 204 });
    const base = baseOf(context);
    const headers = { ETag: etagOf(made.user), "Content-Location": locationOf(made.user, base) };
    return scimReply(resourceOf(made.user, base, new URL(request.url).searchParams), 200, headers);
  });
}

async function wishOf(request: Request): Promise<Wish> {
  if (request.method === "DELETE") return (before) => ({ ...before, gone: true });
  const body = await bodyOf(request);
  if (request.method === "PUT") {
    const doc = docIn(body);
    return (before) => wantedOf(doc, before.active);
  }
  return (before) => wantedOf(patched(docOf(before), body), before.active);
}

/** The version that If-Match names: of several, the one that stands; null where any will do. */
async function tagWanted(request: Request, now: () => Promise<string | null>): Promise<string | null> {
  const tags = tagsIn(request.headers.get("If-Match"));
  if (!tags || tags.includes("*")) return null;
  const [first] = tags;
  if (tags.length < 2) return first ?? null;
  const standing = await now();
  return standing !== null && tags.includes(standing) ? standing : (first ?? null);
}

/** The tags of a header, weak or strong alike, without quotes. */
function tagsIn(header: string | null): string[] | null {
  if (header === null) return null;
  return header.split(",").map((one) => one.trim().replace(/^W\//, "").replace(/^"|"$/g, ""));
}
