import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewSecondReviews } from "~/desk/view-reports.server";
import { deskPage, parameter } from "~/page.server";
import { readSecondReviews } from "~/read-second-reviews.server";
import { turnAway } from "~/reply.server";
import { SecondReviewsScreen } from "~/ui/second-reviews/second-reviews-screen";
import { titles } from "~/ui/words/titles";
import { staffOf, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: titles.secondReviews }];

/** What was drawn for a second look, and what was found; that somebody looked is an entry. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const entered = await viewSecondReviews(context.door, whoOf(context));
  if (entered.refused) return turnAway(403);
  const given = /^\d{1,15}$/.exec(parameter(request, "given") ?? "")?.[0];
  const cursors = { waiting: parameter(request, "waiting"), given: given === undefined ? null : Number(given) };
  return {
    ...(await deskPage(context)),
    page: await readSecondReviews(context.door, staffOf(context), cursors),
    done: parameter(request, "done"),
  };
}

export default function SecondReviewsPage() {
  const { desk, demo, page, done } = useLoaderData<typeof loader>();
  return <SecondReviewsScreen desk={desk} page={page} done={done === "look"} demo={demoOf(demo)} />;
}
