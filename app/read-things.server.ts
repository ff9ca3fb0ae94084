import { readHolderAccount } from "db/read/holder";
import { devicesOf } from "db/read/holder-devices";
import { maskSerial } from "domain/mask-serial";
import { quarantineEnd } from "domain/quarantine";
import type { Actor } from "domain/staff";
import { factorWay } from "domain/take-factor";
import type { Instant } from "domain/time";
import { liveContacts } from "domain/view-account";
import { maskOf, noMask } from "domain/view-case";
import { type ContactsView, type DevicesView, isClosed, type QuestionsView } from "domain/view-things";
import type { Door } from "./door.server";
import { ledgerNow } from "./facts.server";

/** What a holder's pages of their contacts, devices and questions show. */

async function standing(door: Door, account: string) {
  const actor: Actor = { id: `holder:${account}`, role: "holder", auth: "password", session: null };
  const now = await ledgerNow(door);
  const { reading, facts } = await readHolderAccount(door.reader, account, actor, now);
  const c = { ticket: null, account: reading.account };
  const closed = isClosed(c, facts, now);
  const factor = factorWay(c, facts);
  return { reading, facts, view: { closed, quarantinedUntil: quarantineEnd(reading.account, now), factor, now } };
}

export async function readContacts(door: Door, account: string): Promise<ContactsView> {
  const { reading, view } = await standing(door, account);
  const waiting = reading.account?.asked;
  const asked = waiting && waiting.usedAt === null && view.now < waiting.expiresAt ? waiting : null;
  return {
    ...view,
    contacts: liveContacts(reading).map(({ id, kind, since }) => ({
      id,
      kind,
      since,
      mask: maskOf(reading, id) ?? noMask,
      isUndelivered: reading.account?.undelivered?.[id] !== undefined,
    })),
    asked: asked && {
      kind: asked.kind,
      mask: maskOf(reading, asked.contact) ?? noMask,
      expiresAt: asked.expiresAt,
    },
  };
}

export async function readDevices(door: Door, account: string): Promise<DevicesView> {
  const [{ facts, view }, devices] = await Promise.all([standing(door, account), devicesOf(door.reader, account)]);
  const opened = await door.vault.openMany(devices.map((d) => d.id));
  const waits = (since: Instant | null) => countsFrom(since, facts.rules.contactCodeAgeMs, view.now);
  return {
    ...view,
    devices: devices.map(({ id, since, joinedAt }) => ({
      id,
      ...maskSerial(opened.get(`${id}/serial`)?.toString("utf8") ?? ""),
      since,
      countsFrom: waits(joinedAt),
    })),
  };
}

export async function readQuestions(door: Door, account: string): Promise<QuestionsView> {
  const { reading, facts, view } = await standing(door, account);
  const chosenAt = reading.account?.chosen?.at ?? null;
  return {
    ...view,
    onFile: facts.questions.length,
    chosenAt,
    countsFrom: countsFrom(chosenAt, facts.rules.contactCodeAgeMs, view.now),
  };
}

const countsFrom = (since: Instant | null, waitMs: number, now: Instant): Instant | null =>
  since !== null && now < since + waitMs ? since + waitMs : null;

/** Whether a device with this serial is on the account, and whether this device is. */
export const hasDevice = async (door: Door, account: string, short: Buffer): Promise<boolean> =>
  (await devicesOf(door.reader, account)).some((d) => d.short.equals(short));
export const isTheirDevice = async (door: Door, account: string, device: string): Promise<boolean> =>
  (await devicesOf(door.reader, account)).some((d) => d.id === device);
