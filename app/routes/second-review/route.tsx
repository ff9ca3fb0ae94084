import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/ui/problem";
import { SecondReviewScreen } from "~/ui/second-reviews/second-review-screen";
import { titles } from "~/ui/words/titles";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: titles.secondReview }];

export default function SecondReviewPage() {
  const { desk, demo, view } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <SecondReviewScreen desk={desk} view={view} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}
