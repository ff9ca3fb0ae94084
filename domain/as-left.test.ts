import { describe, expect, it } from "vitest";
import { asTheyLeftIt, notPressed, ticketAsLeft } from "./as-left";
import { claim, handOver, release } from "./claim";
import { cancel, note } from "./end";
import { addPhoto, declinePhoto } from "./judge-photo";
import { mayRead, type Sight } from "./may-read";
import { reportPressure } from "./pressure";
import { proposeContact } from "./propose-contact";
import { reveal } from "./reveal";
import { flagSafety } from "./safety";
import type { Actor } from "./staff";
import { submit } from "./submit";
import { ada, bob, max, memberOf, phone, requesterOf, type Story, sam } from "./testing";
import { objected, proved } from "./testing-disputes";
import { linked } from "./testing-proofs";
import { readingOf } from "./testing-reading";
import {
  aCommitment,
  answers,
  claimed,
  evidenced,
  lossOf,
  registeredCode,
  rejecting,
  returning,
  serial,
} from "./testing-stories";
import { days, minutes } from "./time";
import type { TicketView } from "./view";
import { ticketView } from "./view-ticket";
import { askVouch } from "./vouch";

const pressed = (story: Story): Story => story.when(reportPressure(), { actor: ada });
const seen = (story: Story, actor: Actor = ada): TicketView => ticketView(asTheyLeftIt(readingOf(story, actor)));
const sight = (story: Story, id = "ada"): Sight =>
  mayRead(
    ticketAsLeft(story.ticket, [id], story.now),
    { id, role: "agent" },
    { hasDecided: false, isOwn: false, now: story.now },
  );

/** A page without the numbers of its entries, of which a pressed one has one more. */
const page = ({ story, ...view }: TicketView) => ({ ...view, story: story.map(({ seq: _, ...line }) => line) });

const ways = [
  ["sends it to review", submit(), "in_review"],
  ["gives it back", release(), "open"],
  ["cancels it", cancel("other"), "cancelled"],
] as const;

describe("The page of a ticket, to an agent who was pressed on it and", () => {
  it.each(ways)("%s, is the very one of an agent who was not", (_, act, state) => {
    const plain = evidenced().when(act, { actor: ada });
    const told = pressed(evidenced()).when(act, { actor: ada }).in("open");
    expect(page(seen(told))).toEqual(page(seen(plain)));
    expect(seen(told).state).toBe(state);
    expect(sight(told)).toBe("all");
  });

  it("cancels what was given back before, is that of a cancelled one", () => {
    const gone = (story: Story) => story.when(release(), { actor: ada }).when(cancel("other"), { actor: ada });
    const told = gone(pressed(evidenced()));
    expect(page(seen(told))).toEqual(page(seen(gone(evidenced()))));
    told.when(cancel("other"), { actor: ada }).refused("ticket-ended");
  });

  it("sent it to review, stays so whatever a colleague does, until it ends or for a week", () => {
    const left = pressed(evidenced()).when(submit(), { actor: ada });
    const taken = left.after(minutes(5)).when(handOver("bob"), { actor: sam });
    const later = taken.after(minutes(5)).when(submit(), { actor: bob }).in("in_review");
    const gone = taken.when(release(), { actor: bob });
    for (const story of [taken, later, gone])
      expect({ ...seen(story), now: left.now }).toEqual({ ...seen(left), now: left.now });
    expect(seen(taken.after(days(7) + 1)).state).toBe("verifying");
    expect(seen(taken.when(cancel("other"), { actor: requesterOf("t1") })).state).toBe("cancelled");
    expect(seen(left.when(rejecting("other"), { actor: sam })).state).toBe("rejected");
  });

  it.each([
    ["sent it to review", submit()],
    ["cancelled it", cancel("other")],
  ])("%s, shows nothing of what a colleague then finds, is told, or asks for", (_, act) => {
    const added = evidenced(lossOf.T3, linked()).when(addPhoto({ id: "p1", upload: "u1", commitment: aCommitment }), {
      actor: ada,
    });
    const left = pressed(added).when(act, { actor: ada });
    const taken = left.after(minutes(5)).when(handOver("bob"), { actor: sam });
    const worked = [
      serial(taken, null, true, bob),
      answers(taken, 2, bob),
      registeredCode(taken, phone.id, bob),
      taken.when(declinePhoto("p1", "unreadable"), { actor: max }).gives("photo.declined"),
      taken.when(askVouch(), { actor: bob }).gives("vouch.asked"),
      taken
        .when(proposeContact({ contact: "c-other", kind: "email", commitment: aCommitment, same: null }), {
          actor: bob,
          facts: { elsewhere: [taken.now] },
        })
        .gives("contact.proposed", "tier.raised", "flag.raised"),
      registeredCode(serial(taken, "d2", true, bob), phone.id, bob)
        .when(submit(), { actor: bob })
        .when(returning("second-device", "n1"), { actor: max })
        .gives("ticket.returned"),
    ];
    for (const story of worked) {
      const reading = readingOf(story, ada, { vouchNumber: "123456" });
      expect({ ...ticketView(asTheyLeftIt(reading)), now: left.now }).toEqual({ ...seen(left), now: left.now });
    }
  });

  it.each([
    ["sent it to review", submit()],
    ["cancelled it", cancel("other")],
  ])("%s, shows nothing of an objection to it since, and of what proves it", (_, act) => {
    const left = pressed(evidenced()).when(act, { actor: ada });
    const stopped = objected(left.after(minutes(1))).in("disputed");
    for (const story of [stopped, proved(stopped)])
      expect({ ...seen(story), now: left.now }).toEqual({ ...seen(left), now: left.now });
  });

  it("sent it to review, takes what such a page takes: a note, a safety flag, a look at the name", () => {
    const left = pressed(evidenced()).when(submit(), { actor: ada });
    const noted = left.when(note({ note: "n1", removed: 0, commitment: "ab".repeat(32) }), { actor: ada });
    noted.gives("ticket.noted");
    expect(noted.ticket.notes).toHaveLength(1);
    expect(seen(noted).story[0]?.type).toBe("ticket.noted");
    left.when(flagSafety("stalking"), { actor: ada }).gives("safety.flagged");
    left.when(note({ note: "n1", removed: 0, commitment: "ab".repeat(32) }), { actor: bob }).refused("not-your-ticket");
    const asked = {
      what: "holder-name",
      reason: "compare",
      note: { id: "x", commitment: "ab".repeat(32) },
      stepUp: null,
    } as const;
    const facts = { ...left.factsFor(ada), recentMisses: 0, recentReveals: 0, flagged: false, asked: 0 };
    expect(reveal(left.ticket, "all", asked)(facts, left.now)[0].type).toBe("value.revealed");
  });

  it("gave it back, is not theirs to open once a colleague has it", () => {
    const left = pressed(claimed()).when(release(), { actor: ada });
    expect(seen(left).may.claim).toBe(true);
    const taken = { ...left.when(handOver("bob"), { actor: sam }).ticket, openedBy: "staff:bob" };
    const facts = { hasDecided: false, isOwn: false, now: left.now };
    expect(mayRead(ticketAsLeft(taken, ["ada"], left.now), { id: "ada", role: "agent" }, facts)).toBe("none");
  });
});

describe("A ticket whose agent was pressed", () => {
  it("is never theirs again, by whichever account: who claims it seems to have come second", () => {
    const aside = pressed(evidenced())
      .when(release(), { actor: ada })
      .staffed(memberOf("ada2", "agent", "ada"));
    const ada2 = { ...ada, id: "staff:ada2" };
    const back = aside.when(handOver("bob"), { actor: sam }).when(release(), { actor: bob }).in("open");
    for (const actor of [ada, ada2]) {
      aside.when(claim(), { actor }).refused("already-claimed");
      back.when(claim(), { actor }).refused("already-claimed");
    }
    back.when(claim(), { actor: bob }).gives("ticket.claimed");
    for (const to of ["ada", "ada2"]) back.when(handOver(to), { actor: sam }).refused("agent-was-pressed");
  });

  it("is offered to nobody who was pressed on it, by whichever account", () => {
    const agents = ["ada", "ada2", "bob"].map((id) => memberOf(id, "agent", id === "bob" ? "bob" : "ada"));
    const { ticket } = pressed(claimed());
    expect(notPressed(ticket, agents, agents).map((a) => a.id)).toEqual(["bob"]);
    expect(notPressed(claimed().ticket, agents, agents)).toEqual(agents);
    const [first, ...others] = agents;
    expect(notPressed(ticket, others, first ? [first, ...others] : others).map((a) => a.id)).toEqual(["bob"]);
  });

  it("tells of it before supervisors alone: no agent's story has a word of it", () => {
    const told = pressed(pressed(evidenced()).when(reportPressure(), { actor: bob })).when(submit(), { actor: ada });
    const tried = told
      .when(claim(), { actor: bob })
      .when(handOver("ada"), { actor: sam })
      .when(flagSafety("stalking"), { actor: bob });
    const all = tried.after(minutes(1)).when(handOver("bob"), { actor: sam });
    const words = JSON.stringify(seen(all, bob).story);
    expect(words).not.toMatch(/press|routine|"check"|safety\.flag"/);
    expect(words).toContain('"why":"agent"');
    const before = JSON.stringify(seen(all, sam).story);
    for (const word of [
      "ticket.pressured",
      "agent-was-pressed",
      "routine-check",
      "ticket.report-pressure",
      '"why":"check"',
    ])
      expect(before).toContain(word);
  });
});
