import type { Actor } from "./staff";
import { ada, mail, phone, type Story } from "./testing";
import type { CaseReading } from "./view-case";

/** The masks of the contacts that stories speak of. */
export const masks = {
  [mail.id]: "h•••@e•••.example",
  [phone.id]: "•••• 42",
  "c-new": "n•••@n•••.example",
  "c-one": "o•••@n•••.example",
  "c-two": "t•••@n•••.example",
};

/** A story's case as a reader's request would find it; names are ids with a capital, words are kinds of actors. */
export function readingOf(story: Story, actor: Actor = ada, change: Partial<CaseReading> = {}): CaseReading {
  const facts = story.factsFor(actor);
  return {
    ticket: story.ticket,
    account: story.case.account,
    facts,
    holder: "H•••",
    region: "eu",
    masks,
    bound: { d1: Date.parse("2019-05-01T00:00:00.000Z"), d2: Date.parse("2021-05-01T00:00:00.000Z") },
    questions: Object.fromEntries(facts.questions.map((id) => [id, `Question ${id}?`])),
    weakAnswers: 0,
    entries: story.entries.filter((e) => e.object === story.about),
    names: new Map(["ada", "bob", "sam", "max"].map((id) => [id, id.charAt(0).toUpperCase() + id.slice(1)])),
    say: (who, name) => name ?? who.split(":")[0] ?? who,
    texts: new Map(),
    vouchNumber: null,
    now: story.now,
    ...change,
  };
}
