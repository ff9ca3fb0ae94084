import { openLedger } from "db/ledger";
import { onEveryEngine } from "db/testing";
import { days, hours, isoOf, minutes } from "domain/time";
import { expect, it, vi } from "vitest";
import type { Outgoing } from "~/delivery/port.server";
import type { House } from "~/door.server";
import { accountByUsername } from "~/facts.server";
import { addStaff } from "./add-staff.server";
import { caseNow } from "./case.server";
import { deliverMessages } from "./deliver-messages.server";
import { importDirectory } from "./import-directory.server";
import { openTicket } from "./open-ticket.server";
import { sweepTickets } from "./run-holds.server";
import { atTheDesk, inFreshHouse, writtenDirectory } from "./testing-import";

const since = "2020-01-01T00:00:00Z";
const names = ["mia", "noa"];

onEveryEngine("The worker", (place) => {
  /** A house with a ticket of each of two holders, opened at a clock that is so far ahead. */
  const withTickets = (
    aheadMs: number,
    body: (house: House, refs: { account: string; ticket: string }[]) => Promise<void>,
  ) =>
    inFreshHouse(place().kind, async (house, at) => {
      const folder = writtenDirectory(at, {
        accounts: names.map((n) => `${n},${n},${n},eu,${since},active,none,en`),
        contacts: names.map((n) => `${n},email,${n}@home.example,${since}`),
      });
      await importDirectory(house, atTheDesk, { folder, strict: true });
      const staff = { signInName: "ada", displayName: "Ada", role: "agent", password: null } as const;
      const { id } = await addStaff(house.door, atTheDesk, staff);
      const who = { actor: { id: `staff:${id}`, role: "agent", auth: "demo", session: null }, request: "t" } as const;
      const ledger = openLedger(house.writer, { now: () => Date.now() + aheadMs });
      const loss = { password: true, secondFactor: false, email: false, phone: false };
      const refs = [];
      for (const name of names) {
        const account = (await accountByUsername(house.door, name)) ?? "";
        const opened = await openTicket({ ...house.door, ledger }, who, account, loss);
        refs.push({ account, ticket: opened.ticket ?? "" });
      }
      await body(house, refs);
    });
  const mailbox = () => {
    const sent: Outgoing[] = [];
    const deliver = async (message: Outgoing) => void sent.push(message);
    return { sent, channels: { email: deliver, phone: deliver } };
  };
  const later = (house: House, ms: number): House => {
    const clock = { now: () => Date.now() + ms };
    return { ...house, door: { ...house.door, clock, ledger: openLedger(house.writer, clock) } };
  };

  it("goes on with the next ticket when one cannot be swept, and says which", () =>
    withTickets(0, async (house, [broken, other]) => {
      const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
      await house.writer.sql
        .deleteFrom("account")
        .where("id", "=", broken?.account ?? "")
        .execute();
      expect(await sweepTickets(later(house, days(8)).door)).toBe(1);
      expect((await caseNow(house.door, other ?? { account: "", ticket: "" })).ticket?.state).toBe("expired");
      expect(said.mock.calls.flat().join()).toContain(`sweep ${broken?.ticket}`);
      said.mockRestore();
    }));

  it("sends what was queued while the clock was a day ahead, when that was put right", () =>
    withTickets(days(1), async (house) => {
      const { sent, channels } = mailbox();
      expect(await deliverMessages(house, channels)).toBe(2);
      expect(sent.map((m) => m.to).sort()).toEqual(["mia@home.example", "noa@home.example"]);
    }));

  it("leads holders to the portal's address, and staff to the desk's", () =>
    withTickets(0, async (house, [first]) => {
      Object.assign(house.door.config, { portalUrl: "https://help.example", baseUrl: "https://desk.example" });
      const toStaff = house.writer.sql.updateTable("outbox").set({ template: "glass" });
      await toStaff.where("ticket_id", "=", first?.ticket ?? "").execute();
      const { sent, channels } = mailbox();
      await deliverMessages(house, channels);
      const addresses = sent.flatMap((m) => m.text.match(/https:\/\/[a-z.]+\/[a-z]+/g) ?? []);
      expect(addresses.sort()).toEqual(["https://desk.example/glass", "https://help.example/objection"]);
    }));

  it("does not try again at once what failed while the clock stood behind the trail, and does later", () =>
    withTickets(days(1), async (house) => {
      const down = () => Promise.reject(new Error("down"));
      await deliverMessages(house, { email: down, phone: down });
      expect(await deliverMessages(house, { email: down, phone: down })).toBe(0);
      const { sent, channels } = mailbox();
      await deliverMessages(later(house, days(1) + minutes(1)), channels);
      expect(sent).toHaveLength(2);
    }));

  it("takes over a message whose lease was made by a clock that was a year ahead", () =>
    withTickets(0, async (house) => {
      await house.writer.sql
        .updateTable("outbox")
        .set({ leased_until: isoOf(Date.now() + days(365)) })
        .execute();
      const { sent, channels } = mailbox();
      await deliverMessages(house, channels);
      expect(sent).toHaveLength(2);
    }));

  it("leaves alone a message that another worker leased a moment ago, and takes it once the lease is over", () =>
    withTickets(0, async (house) => {
      await house.writer.sql
        .updateTable("outbox")
        .set({ leased_until: isoOf(Date.now() + minutes(1)) })
        .execute();
      const { sent, channels } = mailbox();
      await deliverMessages(house, channels);
      expect(sent).toHaveLength(0);
      await deliverMessages(later(house, hours(1)), channels);
      expect(sent).toHaveLength(2);
    }));
});
