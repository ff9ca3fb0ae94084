import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewReport } from "~/desk/view-reports.server";
import { deskPage, parameter } from "~/page.server";
import { readReport } from "~/read-reports.server";
import { turnAway } from "~/reply.server";
import { ReportsScreen } from "~/ui/reports/reports-screen";
import { titles } from "~/ui/words/titles";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { spanIn } from "./span";

export const meta: MetaFunction = () => [{ title: titles.reports }];

/** The report over a span; the look at it is an entry before the page is made. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const span = spanIn(parameter(request, "span"));
  const entered = await viewReport(context.door, whoOf(context), span);
  if (entered.refused) return turnAway(403);
  return { ...(await deskPage(context)), page: await readReport(context.door, span) };
}

export default function ReportsPage() {
  const { desk, demo, page } = useLoaderData<typeof loader>();
  return <ReportsScreen desk={desk} page={page} demo={demoOf(demo)} />;
}
