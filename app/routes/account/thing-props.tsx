import type { DemoFacts } from "~/page.server";
import type { Problem } from "~/ui/problem";
import { demoOf } from "../demo-bar";

/** What a page of contacts, devices or questions is drawn with; a form's problem is told in place of older good news. */
export function thingProps<T extends { news: string | null; demo: DemoFacts | null }>(
  loaded: T,
  acted: { problem: Problem } | undefined,
) {
  const problem = acted?.problem ?? null;
  return { ...loaded, news: problem ? null : loaded.news, problem, demo: demoOf(loaded.demo) };
}
