import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { deskPage, parameter } from "~/page.server";
import { readCheckpoints } from "~/read-watch.server";
import { CheckpointsScreen } from "~/ui/checkpoints/checkpoints-screen";
import { titles } from "~/ui/words/titles";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: titles.checkpoints }];

/** One page of published heads: they hold nothing that is not meant to leave the building, so that looking is no entry. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const [older, newer] = [parameter(request, "before"), parameter(request, "after")];
  const cursor = older
    ? ({ side: "older", cursor: older } as const)
    : newer
      ? ({ side: "newer", cursor: newer } as const)
      : null;
  return { ...(await deskPage(context)), page: await readCheckpoints(context.door, cursor) };
}

export default function CheckpointsPage() {
  const { desk, demo, page } = useLoaderData<typeof loader>();
  return <CheckpointsScreen desk={desk} page={page} demo={demoOf(demo)} />;
}
