import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import type { Actor } from "domain/staff";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CaseRef, caseNow } from "./desk/case.server";
import { claimTicket } from "./desk/claim-ticket.server";
import { cancelTicket } from "./desk/end-ticket.server";
import { openTicket } from "./desk/open-ticket.server";
import { takePhoto } from "./desk/photo.server";
import { makeSession } from "./desk/sign-in.server";
import { addMember, startDesk, type TestDesk } from "./testing";
import { multipart, multipartType } from "./testing-multipart";

const lost = { password: true, secondFactor: false, email: false, phone: false };
const red = { create: { width: 40, height: 30, channels: 3 as const, background: "red" } };
/** What an agent may ask of a ticket, and the command whose refusal then stands on the trail; null where no rule was asked. */
const verbs: readonly (readonly [path: string, form: Record<string, string>, command: string | null])[] = [
  ["release", {}, "ticket.release"],
  ["contact", { kind: "email", value: "new@harbour.example" }, "contact.propose"],
  ["contact-code", { contact: "email" }, "contact.send-code"],
  ["contact-confirmation", { code: "123456" }, "contact.confirm"],
  ["serial", { serial: "L38239367" }, "serial.check"],
  ["questions", {}, "answers.draw"],
  ["answers", {}, "answers.check"],
  ["possession", { contact: "phone", code: "123456" }, "possession.confirm"],
  ["notes", { text: "Anything" }, "ticket.note"],
  ["submission", {}, "ticket.submit"],
  ["cancellation", { reason: "other" }, "ticket.cancel"],
  ["caller", { number: "1234" }, "caller.match"],
  ["acknowledgement", {}, "ticket.report-pressure"],
  ["safety", { kind: "stalking" }, "safety.flag"],
  ["grant", {}, "grant.reissue"],
  ["photos/none/judgement", { serial: "L38239367" }, "photo.judge"],
  ["purchases/none/judgement", { serial: "L38239367", date: "2021-07-22", holder: "named" }, "purchase.judge"],
  ["notes", { text: "Anything", status: "completed" }, null],
  ["photos/none/judgement", {}, null],
  ["purchases/none/judgement", { serial: "L38239367" }, null],
];

onEveryEngine("A ticket that is another agent's", (place) => {
  let desk: TestDesk;
  let ref: CaseRef;
  let ada: Actor;
  let bob: string;
  beforeAll(async () => {
    desk = await startDesk(place());
    const { door, writer } = desk.house;
    await putOnFile(writer.sql, "hal", {
      contacts: [
        { id: "email", kind: "email" },
        { id: "phone", kind: "phone" },
      ],
    });
    ada = { id: `staff:${await addMember(desk, "ada", "agent")}`, role: "agent", auth: "demo", session: null };
    bob = `cs=${await makeSession(desk.house, await addMember(desk, "bob", "agent"))}`;
    const opened = await openTicket(door, who(), "hal", lost);
    ref = { account: "hal", ticket: opened.ticket ?? "" };
    await claimTicket(door, who(), ref);
  });
  afterAll(() => desk.stop());

  const who = () => ({ actor: ada, request: "test" });
  const ask = (path: string, form?: Record<string, string>) =>
    desk.ask(form ? "POST" : "GET", path, {
      headers: { cookie: bob },
      ...(form ? { form: { key: `k${path}`, ...form } } : {}),
    });
  const refusals = async () => {
    const rows = await desk.house.door.reader.sql
      .selectFrom("entry")
      .select("bytes")
      .where("type", "=", "refused")
      .orderBy("seq")
      .execute();
    return rows.map((r) => JSON.parse(r.bytes.toString("utf8")));
  };
  /** An answer without what every request has of its own. */
  const plain = ({ status, body }: { status: number; body: string }) => ({
    status,
    body: body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|1001|4711|\d\d:\d\d(:\d\d(\.\d+Z)?)?/g, "…"),
  });

  it.each(verbs)(
    "answers a POST to %s %j as an unknown one does, and enters %s as refused",
    async (path, form, command) => {
      const before = (await refusals()).length;
      const foreign = await ask(`/tickets/1001/${path}`, form);
      expect(foreign.status).toBe(404);
      expect(plain(foreign)).toEqual(plain(await ask(`/tickets/4711/${path}`, form)));
      const entered = (await refusals()).slice(before).map((e) => [e.object, e.data.command]);
      expect(new Set(entered)).toEqual(new Set(command ? [[ref.ticket, command]] : []));
    },
  );

  it("answers a photo sent to it as an unknown one does, whatever the photo", async () => {
    const photo = await sharp(red).png().toBuffer();
    const send = (number: number) =>
      desk.ask("POST", `/tickets/${number}/photos`, {
        headers: { cookie: bob, "content-type": multipartType },
        body: multipart([
          { name: "key", data: "k.photo" },
          { name: "photo", filename: "label.png", data: photo },
        ]),
      });
    const foreign = await send(1001);
    expect(foreign.status).toBe(404);
    expect(plain(foreign)).toEqual(plain(await send(4711)));
    expect((await refusals()).at(-1)).toMatchObject({ object: ref.ticket, data: { command: "photo.add" } });
  });

  it("still tells who claims second that they did, in the queue that shows it, as long as it is being worked on", async () => {
    const late = await ask("/tickets/1001/claim", {});
    expect(late).toMatchObject({ status: 303, headers: { location: "/queue?refused=already-claimed" } });
    expect((await refusals()).at(-1)).toMatchObject({ object: ref.ticket, data: { reason: "already-claimed" } });
  });

  it("still takes a colleague's judgement of its photo, once and however often it is sent", async () => {
    const taken = await takePhoto(desk.house.door, who(), ref, await sharp(red).png().toBuffer());
    expect(taken.refused).toBeNull();
    const photo = (await caseNow(desk.house.door, ref)).ticket?.photos[0]?.id;
    const path = `/tickets/1001/photos/${photo}/judgement`;
    expect((await ask(path, { decline: "sideways" })).status).toBe(422);
    for (let i = 0; i < 2; i += 1)
      expect(await ask(path, { decline: "unreadable" })).toMatchObject({
        status: 303,
        headers: { location: "/queue?done=judgement" },
      });
    expect((await ask(path, { key: "another", decline: "unreadable" })).status).toBe(404);
  });

  it("that has ended is claimed by nobody, and by whom it was had is not said", async () => {
    await cancelTicket(desk.house.door, who(), ref, "other");
    expect(await ask("/tickets/1001/claim", { key: "after" })).toMatchObject({ status: 404 });
  });
});
