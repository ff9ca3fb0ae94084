import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type ReadersSpan, readersSpans } from "domain/view";
import { viewReaders } from "~/desk/view-readers.server";
import { deskPage, parameter } from "~/page.server";
import { readReaders } from "~/read-watch.server";
import { turnAway } from "~/reply.server";
import { ReadersScreen } from "~/ui/readers/readers-screen";
import { titles } from "~/ui/words/titles";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: titles.readers }];

/** What the staff looked at; the auditor's own look is an entry, and counted, before the page is made. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = parameter(request, "span");
  const span = (Object.keys(readersSpans) as ReadersSpan[]).find((s) => s === asked) ?? "7-days";
  const from = /^\d{1,5}$/.exec(parameter(request, "from") ?? "")?.[0];
  const entered = await viewReaders(context.door, whoOf(context), readersSpans[span]);
  if (entered.refused) return turnAway(403);
  return { ...(await deskPage(context)), page: await readReaders(context.door, span, Number(from ?? 0)) };
}

export default function ReadersPage() {
  const { desk, demo, page } = useLoaderData<typeof loader>();
  return <ReadersScreen desk={desk} page={page} demo={demoOf(demo)} />;
}
