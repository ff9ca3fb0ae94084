import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enterView } from "~/desk/view-list.server";
import { deskPage, parameter } from "~/page.server";
import { readApprovals } from "~/read.server";
import { ApprovalsScreen } from "~/ui/approvals/approvals-screen";
import { staffOf, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Approvals · Countersign" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await enterView(context.door, whoOf(context), "approvals");
  const done = parameter(request, "done");
  return {
    ...(await deskPage(context)),
    done,
    ...(await readApprovals(context.door, staffOf(context), fromOf(request))),
  };
}

function fromOf(request: Request): Parameters<typeof readApprovals>[2] {
  const [after, before] = [parameter(request, "after"), parameter(request, "before")];
  if (after) return { side: "next", cursor: after };
  return before ? { side: "previous", cursor: before } : null;
}

export default function ApprovalsPage() {
  const { desk, demo, rows, next, previous, done } = useLoaderData<typeof loader>();
  return <ApprovalsScreen desk={desk} rows={rows} next={next} previous={previous} done={done} demo={demoOf(demo)} />;
}
