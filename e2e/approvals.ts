import { openWriter } from "db/engine";
import { openLedger } from "db/ledger";
import { tellAccounts, tellApproval } from "db/testing-approvals";
import type { Teller } from "db/testing-trail";
import type { StaffName } from "./cast";
import { type Desk, test } from "./desk";
import { minutes, seconds } from "./time";

export interface Meeting {
  agent: StaffName;
  supervisor: StaffName;
  /** How many forgotten passwords of the one's are approved by the other. */
  times: number;
  /** From opening the packet to the approval, about. */
  took: number;
}

/** Approvals told through the ledger as typing them would, one forgotten password after another, until the desk's clock has caught up. */
export class Approvals {
  private told = 0;
  private imports = 0;

  constructor(private readonly desk: Desk) {}

  /** As many as were asked for, in turns. */
  tell(meetings: readonly Meeting[]): Promise<void> {
    const turns = Math.max(...meetings.map((m) => m.times));
    const inTurn = Array.from({ length: turns }, (_, turn) => meetings.filter((m) => turn < m.times)).flat();
    return test.step(`${inTurn.length} forgotten passwords are approved`, () => this.tellAll(inTurn));
  }

  private async tellAll(meetings: readonly Meeting[]): Promise<void> {
    const { clock, place } = this.desk;
    const writer = openWriter(place.url);
    const t: Teller = { now: clock.now(), db: writer, ledger: openLedger(writer, { now: () => t.now }) };
    try {
      const staff = await this.idsOfStaff();
      const accounts = await this.accountsFor(t, meetings.length);
      for (const { agent, supervisor, took } of meetings) {
        this.told += 1;
        const account = accounts.shift() ?? "";
        const about = { account, ticket: `told-${this.told}`, took: took + seconds((this.told * 7) % 11) };
        await tellApproval(t, { ...about, agent: staff[agent] ?? "", supervisor: staff[supervisor] ?? "" });
      }
    } finally {
      await writer.close();
    }
    clock.pass(Math.max(t.now - clock.now(), 0) + minutes(1));
  }

  /** Accounts that had no ticket yet: of the sample directory, and as many more as it takes. */
  private async accountsFor(t: Teller, many: number): Promise<string[]> {
    const free = await freeAccounts(t);
    if (free.length >= many) return free;
    this.imports += 1;
    const more = Array.from({ length: Math.max(20, many) }, (_, i) => `more-${this.imports}-${i}`);
    await tellAccounts(t, 900 + this.imports, more);
    return [...free, ...more];
  }

  private async idsOfStaff(): Promise<Record<string, string>> {
    const { out } = await this.desk.countersign("staff", "list");
    const lines = out.trim().split("\n");
    return Object.fromEntries(lines.map((line) => line.split(/\s+/).slice(1, 3) as [string, string]));
  }
}

/** Accounts of the sample directory that have a device and a contact and had no ticket yet. */
async function freeAccounts({ db }: Teller): Promise<string[]> {
  const rows = await db.sql
    .selectFrom("account")
    .select("id")
    .where("status", "=", "active")
    .where((eb) => eb.exists(eb.selectFrom("device").select("id").whereRef("device.account_id", "=", "account.id")))
    .where((eb) => eb.exists(eb.selectFrom("contact").select("id").whereRef("contact.account_id", "=", "account.id")))
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("ticket").select("id").whereRef("ticket.account_id", "=", "account.id"))),
    )
    .orderBy("id")
    .execute();
  return rows.map((r) => r.id);
}
