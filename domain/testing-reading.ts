import type { Actor } from "./staff";
import { ada, type Story } from "./testing";
import type { CaseReading } from "./view-case";

/** A story's case as a reader's request would find it; names are ids with a capital, words are kinds of actors. */
export function readingOf(story: Story, actor: Actor = ada, change: Partial<CaseReading> = {}): CaseReading {
  const facts = story.factsFor(actor);
  return {
    ticket: story.ticket,
    account: story.case.account,
    facts,
    holder: "H•••",
    region: "eu",
    bound: { d1: Date.parse("2019-05-01T00:00:00.000Z"), d2: Date.parse("2021-05-01T00:00:00.000Z") },
    questions: Object.fromEntries(facts.questions.map((id) => [id, `Question ${id}?`])),
    entries: story.entries.filter((e) => e.object === story.about),
    names: new Map(["ada", "bob", "sam", "max"].map((id) => [id, id.charAt(0).toUpperCase() + id.slice(1)])),
    say: (who, name) => name ?? who.split(":")[0] ?? who,
    texts: new Map(),
    now: story.now,
    ...change,
  };
}
