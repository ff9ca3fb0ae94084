import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Droppable, makePlace } from "db/place";
import { putOnFile } from "db/testing-account";
import { event } from "domain/event";
import { hours } from "domain/time";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { worker } from "./desk/deliver-messages.server";
import { grantIdOf, resetPath } from "./desk/links.server";
import { openTicket } from "./desk/open-ticket.server";
import { runDirectory } from "./desk/run-directory.server";
import { hookKey, type Receiver, startReceiver } from "./directory/testing-receiver";
import { addMember, startDesk, type TestDesk } from "./testing";

const chosen = "seven herons over the quay";

/** Hal's link to a new password, whose account lives elsewhere. */
async function linkOfHal({ house }: TestDesk, agent: string): Promise<string> {
  const { door, writer } = house;
  await putOnFile(writer.sql, "hal", { contacts: [{ id: "c1", kind: "email" }] });
  const { keep: _, ...username } = await door.vault.seal("hal", "hal", "username", "hal");
  await writer.sql.insertInto("vault").values(username).execute();
  const loss = { password: true, secondFactor: false, email: false, phone: false };
  const actor = { id: `staff:${agent}`, role: "agent", auth: "demo", session: null } as const;
  const { ticket } = await openTicket(door, { actor, request: "test" }, "hal", loss);
  const ref = { account: "hal", ticket: ticket ?? "" };
  const issued = event("grant.issued", {
    grant: grantIdOf(ref.ticket),
    generation: 1,
    contact: "c1",
    kind: "email",
    message: `${ref.ticket}.grant.1.c1`,
    expiresAt: door.clock.now() + hours(24),
  });
  await door.ledger.enact({ stream: "case", ...ref, actor: worker, request: "test", decide: () => [issued] });
  return resetPath(door, ref.ticket, 1);
}

describe("The page of a link that a directory is asked by", () => {
  let desk: TestDesk;
  let place: Droppable;
  let receiver: Receiver;
  let path: string;
  const post = (key: string, password = chosen) =>
    desk.ask("POST", path, { form: { key, password, repeat: password } });
  const get = (language = "en") => desk.ask("GET", path, { headers: { "accept-language": language } });

  beforeAll(async () => {
    place = await makePlace("sqlite");
    receiver = await startReceiver();
    const secret = join(place.folder, "directory.key");
    writeFileSync(secret, `${hookKey}\n`, { mode: 0o600 });
    desk = await startDesk(place, ["reset"], {
      COUNTERSIGN_DIRECTORY_URL: receiver.url,
      COUNTERSIGN_DIRECTORY_SECRET_FILE: secret,
    });
    path = await linkOfHal(desk, await addMember(desk, "ada", "agent"));
  });
  afterAll(async () => {
    await desk.stop();
    await receiver.drop();
    await place.drop();
  });

  it("tells that it is being set, in the reader's language and without a script, to each of twenty forms at once", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => post(`k${i}`)));
    expect(all.map((answer) => [answer.status, answer.headers.location])).toEqual(Array(20).fill([303, path]));
    const waiting = await get();
    expect([waiting.status, waiting.body]).toEqual([200, expect.stringContaining("We are setting it")]);
    // The one script of every public page, which this page does without.
    const scripts = waiting.body.match(/<script[^>]*>/g) ?? [];
    expect([waiting.headers.refresh, scripts.length, scripts[0]]).toEqual([
      "5",
      1,
      expect.stringContaining('src="/portal/page.js"'),
    ]);
    expect(waiting.body).not.toContain('name="password"');
    const arabic = await get("ar");
    expect(arabic.body).toMatch(/<html lang="ar" dir="rtl"/);
    expect(arabic.body).toContain("نحن نضبطها الآن");
  });

  it("tells what stands in the way", async () => {
    receiver.next.push({ status: 401 });
    await runDirectory(desk.house);
    const delayed = await get();
    expect(delayed.body).toContain("Something has to be put right on our side first.");
    expect(delayed.headers.refresh).toBe("30");
  });

  it("asks for another password where the directory did not take the first, and tells when it did", async () => {
    desk.setAhead(hours(1));
    receiver.next.push({ status: 422, body: '{"refused":"used-before"}' });
    await runDirectory(desk.house);
    const again = await get();
    expect([again.status, again.body]).toEqual([200, expect.stringContaining("says that this one was used before")]);
    expect(again.body).toContain('name="password"');
    expect(again.headers.refresh).toBeUndefined();
    expect((await get("ar")).body).toContain("استُعملت من قبل");

    const another = "eleven gulls below the pier";
    expect((await post("another", another)).status).toBe(303);
    await runDirectory(desk.house);
    expect(receiver.taken).toMatchObject([{ step: "password", username: "hal", password: another }]);
    const done = await get();
    expect([done.status, done.body]).toEqual([200, expect.stringContaining('href="/account/sign-in"')]);
    expect((await post("late")).status).toBe(410);
    desk.setAhead(hours(26));
    expect((await get()).status).toBe(410);
  });
});
