import { randomUUID } from "node:crypto";
import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import { goodPictures, type Hostile, hostileFiles } from "domain/files/testing-corpus";
import { pdf, scene } from "domain/files/testing-files";
import { mostPhotoBytes } from "domain/photo";
import type { Actor } from "domain/staff";
import { minutes } from "domain/time";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type CaseRef, caseNow } from "./desk/case.server";
import { claimTicket } from "./desk/claim-ticket.server";
import { openTicket } from "./desk/open-ticket.server";
import { makeSession } from "./desk/sign-in.server";
import { type Answer, addMember, startDesk, type TestDesk } from "./testing";
import { multipart, multipartType, type SentPart } from "./testing-multipart";
import { refusals } from "./ui/words/refusals";
import { fileOf } from "./upload.server";

const lost = { password: true, secondFactor: false, email: false, phone: false };
const kinds = ["photo", "purchase"] as const;
type Kind = (typeof kinds)[number];

onEveryEngine("A file sent to a ticket", (place) => {
  let desk: TestDesk;
  let cookie: string;
  let ada: Actor;
  let ref: CaseRef;
  let number: number;
  let hostile: Hostile[];
  beforeAll(async () => {
    desk = await startDesk(place());
    const id = await addMember(desk, "ada", "agent");
    ada = { id: `staff:${id}`, role: "agent", auth: "demo", session: null };
    cookie = `cs=${await makeSession(desk.house, id)}`;
    hostile = await hostileFiles();
  });
  afterAll(() => desk.stop());
  let n = 0;
  let ahead = 0;
  beforeEach(() => newTicket());

  /** A claimed ticket of an account of its own. */
  async function newTicket(): Promise<void> {
    n += 1;
    const account = `hal${n}`;
    await putOnFile(desk.house.writer.sql, account, { contacts: [{ id: `email${n}`, kind: "email" }] });
    const who = { actor: ada, request: "test" };
    const opened = await openTicket(desk.house.door, who, account, lost);
    ref = { account, ticket: opened.ticket ?? "" };
    await claimTicket(desk.house.door, who, ref);
    number = (await ticket())?.number ?? 0;
  }
  const ticket = async () => (await caseNow(desk.house.door, ref)).ticket;
  const post = (kind: Kind, parts: readonly SentPart[]) =>
    desk.ask("POST", `/tickets/${number}/${kind}s`, {
      headers: { cookie, "content-type": multipartType },
      body: multipart(parts),
    });
  let keys = 0;
  const send = (kind: Kind, data: Buffer, filename = "file") => {
    keys += 1;
    return post(kind, [
      { name: "key", data: `k${keys}` },
      { name: kind, filename, data },
    ]);
  };
  const kept = async () => (await ticket())?.photos.length || ((await ticket())?.purchases ?? []).length;
  const servedOf = async (kind: Kind): Promise<Answer> => {
    const { photos = [], purchases = [] } = (await ticket()) ?? {};
    const path = kind === "photo" ? `photos/${photos[0]?.id}/image` : `purchases/${purchases[0]?.id}/file`;
    return desk.ask("GET", `/tickets/${number}/${path}`, { headers: { cookie } });
  };
  /** How often somebody looked at what was sent to this ticket, as entered. */
  const looksAt = async (kind: Kind) => {
    const looks = desk.house.door.reader.sql.selectFrom("entry").select("seq");
    return (await looks.where("object", "=", ref.ticket).where("type", "=", `${kind}.viewed`).execute()).length;
  };
  const becomes = (kind: Kind, file: Hostile) =>
    kind === "purchase" && (file.document === "kept" || file.picture === "not-a-photo") ? file.document : file.picture;
  const vaultRows = async () =>
    (await desk.house.door.reader.sql.selectFrom("vault").select("id").where("owner", "=", ref.account).execute())
      .length;
  const inert = (type: string, name: string) => ({
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": expect.stringContaining("nosniff"),
    "content-security-policy": expect.stringContaining("default-src 'none'; sandbox"),
    "cache-control": expect.stringContaining("no-store"),
  });

  it.each(kinds)("as a %s is refused with a sentence where it is hostile, and nothing of it is kept", async (kind) => {
    const before = await vaultRows();
    // What is no picture is a document's business alone, and the other way round.
    const own = hostile.filter((file) => (file.document === "not-a-document") === (kind === "photo"));
    for (const file of own) {
      const reason = becomes(kind, file);
      if (reason === "kept") continue;
      const answer = await send(kind, file.bytes, "holiday.jpg");
      const sentence = refusals[reason]?.staff.slice(0, 40);
      expect([file.what, answer.status, sentence && answer.body.includes(sentence)]).toEqual([file.what, 422, true]);
    }
    expect([await kept(), await vaultRows()]).toEqual([0, before]);
  });

  it.each(kinds)("as a %s is stored inert where only a part of it is hostile", async (kind) => {
    const files = hostile.filter((file) => becomes(kind, file) === "kept");
    expect(files.length).toBeGreaterThan(6);
    for (const file of files) {
      await newTicket();
      expect([file.what, (await send(kind, file.bytes)).status]).toEqual([file.what, 303]);
      const served = await servedOf(kind);
      expect([file.what, served.status, served.body.includes(file.hides ?? "")]).toEqual([file.what, 200, false]);
      const name = kind === "photo" ? "label.jpg" : "proof-of-purchase.jpg";
      const isDocument = file.document === "kept";
      expect(served.headers).toMatchObject(
        isDocument ? inert("application/pdf", "proof-of-purchase.pdf") : inert("image/jpeg", name),
      );
    }
  });

  it("is told by what it is, whatever it is called: a PDF called .jpg is no photo, and is a proof as a PDF", async () => {
    expect((await send("photo", pdf(), "label.jpg")).status).toBe(422);
    expect((await send("purchase", pdf(), "receipt.jpg")).status).toBe(303);
    expect((await servedOf("purchase")).headers).toMatchObject(inert("application/pdf", "proof-of-purchase.pdf"));
  });

  it("leaves its name nowhere, however it is written", async () => {
    const names = [
      "../../../../etc/cron.d/x.png",
      "photo\u202egnp.exe",
      "a\0b.png",
      'a"; filename="b.html',
      "C:\\x.png",
      "",
    ];
    const bytes = await scene().png().toBuffer();
    for (const name of names) {
      await newTicket();
      expect([name, (await send("photo", bytes, name)).status]).toEqual([name, 303]);
      expect((await servedOf("photo")).headers).toMatchObject(inert("image/jpeg", "label.jpg"));
    }
    const entries = await desk.house.door.reader.sql.selectFrom("entry").select("bytes").execute();
    const trail = entries.map((e) => e.bytes.toString("utf8")).join("\n");
    for (const name of names.filter((one) => one !== ""))
      expect(trail).not.toContain(JSON.stringify(name).slice(1, -1));
  });

  it("is one file of one field: two, none, or text in its place are no form of ours", async () => {
    const key = { name: "key", data: "one" };
    const file = { name: "photo", filename: "a.png", data: await scene().png().toBuffer() };
    const statuses = [];
    for (const parts of [
      [key, file, file],
      [key, { ...file, filename: undefined }],
      [key, { ...file, name: "purchase" }],
    ])
      statuses.push((await post("photo", parts)).status);
    expect(statuses).toEqual([400, 400, 400]);
    expect((await post("photo", [key])).status).toBe(422);
    expect(await kept()).toBe(0);
  });

  it("of every good kind is taken, at most five photos and three proofs of purchase", async () => {
    const good = await goodPictures();
    const sent = async (kind: Kind) => {
      const statuses = [];
      for (const bytes of good.slice(0, 6)) statuses.push((await send(kind, bytes)).status);
      return statuses;
    };
    expect(await sent("photo")).toEqual([303, 303, 303, 303, 303, 429]);
    expect(await sent("purchase")).toEqual([303, 303, 303, 429, 429, 429]);
  });

  it.each(kinds)(
    "as a %s is one look with the page that shows it, and another look where it is opened itself",
    async (kind) => {
      await send(kind, await scene().png().toBuffer());
      const seen = await ticket();
      const id = (kind === "photo" ? seen?.photos : seen?.purchases)?.[0]?.id;
      const page = `/tickets/${number}/${kind}s/${id}`;
      const file = `${page}/${kind === "photo" ? "image" : "file"}`;
      const other = `cs=${await makeSession(desk.house, await addMember(desk, `bob${n}`, "agent"))}`;
      const get = async (path: string, as = cookie) => {
        const { status, body } = await desk.ask("GET", path, { headers: { cookie: as } });
        return status === 200 ? body : status;
      };
      const shownIn = (body: unknown) => /<img src="([^"]+)"/.exec(String(body))?.[1] ?? "none";

      const shown = shownIn(await get(page));
      expect(shown.startsWith(`${file}?look=`)).toBe(true);
      expect(await looksAt(kind)).toBe(1);
      await get(shown);
      expect(await looksAt(kind)).toBe(1);
      await get(file);
      await get(file);
      expect(await looksAt(kind)).toBe(3);
      await get(shownIn(await get(page)));
      expect(await looksAt(kind)).toBe(4);
      // A look that was never entered, and one of somebody else's, are entered.
      await get(`${file}?look=${desk.house.door.clock.now()}.${randomUUID()}`);
      await get(`${file}?look=anything`);
      expect(await looksAt(kind)).toBe(6);
      expect(await get(shown, other)).not.toBe(404);
      expect(await looksAt(kind)).toBe(7);
      // A picture that is fetched again later is looked at again.
      ahead += minutes(2);
      desk.setAhead(ahead);
      await get(shown);
      expect(await looksAt(kind)).toBe(8);
    },
  );

  it("over the limit is answered with a page, before anything reads it", async () => {
    const answer = await send("photo", Buffer.alloc(mostPhotoBytes + 1));
    expect(answer.status).toBe(413);
    expect(answer.body).toContain("Nothing was saved.");
    expect(await kept()).toBe(0);
  });
});

it("A file without end is given up at the limit, and no more of it than that is ever held", async () => {
  const piece = new Uint8Array(65_536);
  const head = '--b\r\nContent-Disposition: form-data; name="photo"; filename="x"\r\n\r\n';
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (to) => to.enqueue(Buffer.from(head)),
    pull: (to) => {
      pulled += piece.length;
      to.enqueue(piece);
    },
  });
  const headers = { "Content-Type": "multipart/form-data; boundary=b" };
  const before = process.memoryUsage().rss;
  const refused = await fileOf(
    new Request("http://desk.example/", { method: "POST", headers, body, duplex: "half" }),
    "photo",
  ).catch((thrown) => thrown);
  expect(refused).toMatchObject({ status: 413 });
  expect(pulled).toBeLessThan(10 * mostPhotoBytes);
  expect(process.memoryUsage().rss - before).toBeLessThan(6 * mostPhotoBytes);
});
