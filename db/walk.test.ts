import { event } from "domain/event";
import { beginImport, finishImport } from "domain/import";
import { addMember, type DecideStaff } from "domain/member";
import { type Role, staffIdOf } from "domain/staff";
import { account, type Done, given, longAgo, mail, monday, phone, type Story } from "domain/testing";
import { withTwins } from "domain/testing-attempts";
import { completed, holdRunning, justNow, lossOf, opened, resetSent, submitted } from "domain/testing-stories";
import { type Step, walked } from "domain/testing-walk";
import { days, isoOf } from "domain/time";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Db, openReader, openWriter } from "./engine";
import { digestOfSet } from "./import-digest";
import type { Keep } from "./keep";
import { type Ledger, openLedger } from "./ledger";
import type { Outcome } from "./outcome";
import { copyPlace, type Droppable, makePlace } from "./place";
import { onEveryEngine } from "./testing";
import { putOnFile } from "./testing-account";
import { cli, granted } from "./testing-trail";
import { verifyDatabase } from "./verify";

/** So many walks of sixty steps on each engine; more by hand. */
const walks = Number(process.env.COUNTERSIGN_WALKS ?? 8);
const stepsEach = 60;

const nat = fc.nat({ max: 1000 });
const step: fc.Arbitrary<Step> = fc.record({
  sensible: fc.boolean(),
  ticket: fc.constantFrom("t1", "t1", "t1", "t2"),
  who: nat,
  what: nat,
  wait: nat,
  x: fc.nat({ max: 6 }),
});
const nobody = () => withTwins(given());
const beginnings: readonly (() => Story)[] = [
  nobody,
  () => opened(lossOf.T4, nobody()),
  () => submitted(lossOf.T4, nobody()),
  () => holdRunning(lossOf.T3, nobody()),
  () => resetSent(lossOf.T4, nobody()),
  () => completed(lossOf.T1, nobody()),
];

onEveryEngine("A random walk of the whole cast over one account", (place) => {
  it(
    "ends, step by step, in the ledger as in the rules alone, and its trail verifies against the tables",
    async () => {
      const base = await makePlace(place().kind);
      await furnish(base);
      let steps = 0;
      const walk = fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.array(step, { minLength: stepsEach, maxLength: stepsEach }),
        async (begin, way) => {
          const told = way.reduce(walked, begin());
          await retold(base, told);
          steps += told.doings.length;
        },
      );
      await fc.assert(walk, { numRuns: walks, endOnFailure: true });
      await base.drop();
      expect(steps).toBeGreaterThanOrEqual(walks * stepsEach * 0.8);
    },
    60_000 + walks * 10_000,
  );
});

type CaseDone = Extract<Done, { about: string }>;

/** Does in a fresh database what a story did, compares every verdict, and verifies what is left. */
async function retold(base: Droppable, story: Story): Promise<void> {
  const place = await copyPlace(base);
  const [writer, reader] = [openWriter(place.url), openReader(place.url)];
  try {
    const clock = { at: monday };
    const ledger = openLedger(writer, { now: () => clock.at });
    for (const done of story.doings) {
      clock.at = done.now;
      await retell(ledger, done);
    }
    expect((await verifyDatabase(reader)).report).toMatch(/^Valid/);
  } finally {
    await Promise.all([writer.close(), reader.close()]);
    await place.drop();
  }
}

async function retell(ledger: Ledger, done: Done): Promise<void> {
  if ("member" in done) {
    const { member: id, events } = done;
    const decide = () => events as never;
    await granted(ledger.enact({ stream: "staff", id, actor: cli, request: "walk", decide }));
    return;
  }
  const [first] = done.verdict;
  await stepUpFor(ledger, done);
  const receiver = first.type === "ticket.handed-over" ? { receiver: first.data.to } : {};
  const outcome = await ledger.enact({
    stream: "case",
    account,
    ticket: done.about,
    actor: done.actor,
    request: "walk",
    decide: done.decide,
    keep: keptWith(done),
    query: receiver,
  });
  // To whom it was to go is not known here when that was refused: the ledger finds nobody, and refuses it as well.
  if (first.type === "refused" && first.data.command === "ticket.hand-over") expect(outcome.refused).not.toBeNull();
  else expect(plain(outcome)).toEqual(JSON.parse(JSON.stringify(done.verdict)));
}

/** Some decisions of stories bring their step-up with them: it is made just before. */
async function stepUpFor(ledger: Ledger, { decide, actor, about, now }: CaseDone): Promise<void> {
  const id = staffIdOf(actor.id);
  if (!("act" in decide) || typeof decide.act !== "string" || id === null) return;
  const made = { stepUp: justNow, act: decide.act, object: about, step: Math.floor(now / 1000) };
  const stepped: DecideStaff = () => [event("staff.stepped-up", made)];
  await granted(ledger.enact({ stream: "staff", id, actor, request: "walk", decide: stepped }));
}

/** What the desk would write beside these entries. */
function keptWith({ about, verdict }: CaseDone): Keep[] {
  return verdict.flatMap((e): Keep[] => {
    if (e.type === "contact.proposed") {
      const { contact: id, kind } = e.data;
      const row = { id, ticket_id: about, account_id: account, kind, mask: "n•••", digest: Buffer.from(id) };
      return [{ keep: "new-contact", row }];
    }
    const added = e.type === "account.recovered" ? e.data.added : null;
    return added ? [{ keep: "contact-lookup", contact: added.id, account }] : [];
  });
}

/** The events of an outcome as a decision gave them. */
const plain = (outcome: Outcome) =>
  JSON.parse(JSON.stringify(outcome.events)).map(
    ({ type, data, pii }: { type: string; data: unknown; pii?: Record<string, string> }) =>
      pii && Object.keys(pii).length > 0 ? { type, data, pii } : { type, data },
  );

/** The cast, and the account that stories are about, which came by an import. */
async function furnish(base: Droppable): Promise<void> {
  const writer = openWriter(base.url);
  const ledger = openLedger(writer, { now: () => monday - days(1) });
  const cast: [string, Role, string][] = [
    ["ada", "agent", "ada"],
    ["bob", "agent", "bob"],
    ["sam", "supervisor", "sam"],
    ["max", "supervisor", "max"],
    ["ivy", "auditor", "ivy"],
    ["rob", "admin", "rob"],
    ["ada2", "supervisor", "ada"],
    ["sam2", "supervisor", "sam"],
  ];
  for (const [id, role, person] of cast)
    await granted(ledger.enact({ stream: "staff", id, actor: cli, request: id, decide: addMember(person, role) }));
  await importHal(writer, ledger);
  await writer.close();
}

async function importHal(writer: Db, ledger: Ledger): Promise<void> {
  const [set, files] = ["import-1", [{ file: "accounts.csv", sha256: "ab".repeat(32) }]];
  const desk = { stream: "desk", object: set, actor: cli, request: "import" } as const;
  await granted(ledger.enact({ ...desk, decide: beginImport({ set, files }) }));
  await writer.sql.insertInto("directory_set").values({ id: 1, import_id: set, visible_at: null }).execute();
  await putOnFile(writer.sql, account, {
    set: 1,
    since: isoOf(longAgo),
    contacts: [mail, phone].map(({ id, kind }) => ({ id, kind })),
    devices: ["d1", "d2", "d3"].map((id) => ({ id, short: Buffer.from(id) })),
    answers: ["q1", "q2", "q3", "q4"].map((question) => ({ id: `a-${question}`, question })),
  });
  const rows = await digestOfSet(writer, set);
  const keep = [{ keep: "import-visible" as const, set: 1, at: isoOf(monday - days(1)) }];
  await granted(ledger.enact({ ...desk, decide: finishImport({ set, files, rows, refused: 0 }), keep }));
}
