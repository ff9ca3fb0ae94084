import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openReader } from "db/engine";
import { verifyDatabase } from "db/verify";
import type { Ticket } from "domain/ticket";
import { signInHolder } from "~/desk/sign-in-holder.server";
import type { Acknowledged } from "./acknowledge";
import { chosenPassword } from "./case-file";
import { fileOfMessage } from "./deliveries";
import { by } from "./story";
import type { FaultDesk } from "./testing";

/** What a desk holds once its processes were killed often; every list of faults should be empty. */
export interface Aftermath {
  verdict: string;
  entries: number;
  tickets: number;
  deliveries: { messages: number; sent: number; twice: number };
  faults: string[];
}

/** Looks a desk over after its processes were killed: acknowledged changes, the trail, tickets, what is kept beside entries, messages. */
export async function lookOver(desk: FaultDesk, acknowledged: Acknowledged[]): Promise<Aftermath> {
  const { sql } = desk.house.door.reader;
  const reader = openReader(desk.place.url);
  const verdict = await verifyDatabase(reader);
  await reader.close();
  const deliveries = await lookAtDeliveries(desk);
  const [lost, halfDone, shut] = [await lostFrom(desk, acknowledged), await halfDoneIn(desk), await shutOut(desk)];
  const faults = [...lost, ...halfDone, ...shut, ...deliveries.faults];
  if (verdict.exit !== 0) faults.unshift(verdict.report);
  const { n } = await sql
    .selectFrom("ticket")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const { messages, sent, twice } = deliveries;
  return {
    verdict: verdict.verdict,
    entries: verdict.size,
    tickets: Number(n),
    deliveries: { messages, sent, twice },
    faults,
  };
}

/** Acknowledged entries that are not on the trail as they were acknowledged. */
async function lostFrom({ house }: FaultDesk, acknowledged: Acknowledged[]): Promise<string[]> {
  const rows = await house.door.reader.sql.selectFrom("entry").select(["seq", "type", "object", "bytes"]).execute();
  const bySeq = new Map(rows.map((r) => [r.seq, r]));
  return acknowledged.flatMap((a) => {
    const row = bySeq.get(a.seq);
    const request = row && (JSON.parse(row.bytes.toString("utf8")) as { request: string }).request;
    const same = row && row.type === a.type && row.object === a.object && (a.request === "" || a.request === request);
    return same ? [] : [`Entry ${a.seq} was acknowledged as ${a.type} and is ${row?.type ?? "not there"}.`];
  });
}

/** Tickets that did not come to their end, and rows beside the entries that are missing or have no entry. */
async function halfDoneIn({ house }: FaultDesk): Promise<string[]> {
  const { sql } = house.door.reader;
  const tickets = (await sql.selectFrom("ticket").select("doc").execute()).map((r) => JSON.parse(r.doc) as Ticket);
  const open = tickets.filter((t) => t.state !== "completed").map((t) => `CS-${t.number} is still ${t.state}.`);
  const twice = tickets.length - new Set(tickets.map((t) => t.account)).size;
  const typed = async (type: string) =>
    (await sql.selectFrom("entry").select(["object", "subject"]).where("type", "=", type).execute()).map(
      (e) => `${e.object} ${e.subject}`,
    );
  const proposed = await typed("contact.proposed");
  const named = (await sql.selectFrom("new_contact").select(["ticket_id", "account_id"]).execute()).map(
    (r) => `${r.ticket_id} ${r.account_id}`,
  );
  const noted = [...(await typed("ticket.noted")), ...(await typed("ticket.approved"))];
  const texts = await sql.selectFrom("vault").select("id").where("field", "=", "text").execute();
  const redeemed = (await typed("grant.redeemed")).map((e) => e.split(" ")[1] ?? "");
  const passwords = (await sql.selectFrom("holder_secret").select("account_id").execute()).map((r) => r.account_id);
  return [
    ...open,
    ...(twice > 0 ? [`${twice} accounts have two tickets.`] : []),
    ...unlike("new contacts", proposed, named),
    ...unlike("passwords", redeemed, passwords),
    ...(noted.length === texts.length ? [] : [`There are ${noted.length} notes in entries and ${texts.length} texts.`]),
  ];
}

const unlike = (what: string, entries: string[], rows: string[]): string[] =>
  JSON.stringify([...entries].sort()) === JSON.stringify([...rows].sort())
    ? []
    : [`The ${what} of ${entries.length} entries are ${rows.length} rows, or others.`];

const signInsTried = 10;

/** Holders whose ticket is completed and who cannot sign in with the password they chose. */
async function shutOut({ house, file }: FaultDesk): Promise<string[]> {
  const rows = await house.door.reader.sql
    .selectFrom("holder_secret")
    .select("account_id")
    .limit(signInsTried)
    .execute();
  const actor = { id: "anyone", role: "anyone", auth: "password", session: null } as const;
  const faults: string[] = [];
  for (const { account_id } of rows) {
    const username = file.holders.find((h) => h.account === account_id)?.username ?? "";
    const { refused } = await signInHolder(house.door, by(actor), {
      username,
      password: chosenPassword,
      source: "faults",
    });
    if (refused) faults.push(`${username} cannot sign in: ${refused}.`);
  }
  return faults;
}

/** Each message of the outbox was delivered, once or more, always as the same message; nothing else was. */
async function lookAtDeliveries({ house, file }: FaultDesk): Promise<Aftermath["deliveries"] & { faults: string[] }> {
  const rows = await house.door.reader.sql.selectFrom("outbox").select(["id", "done_at", "failed_at"]).execute();
  const known = new Set(rows.map((r) => fileOfMessage(r.id)));
  const lines = existsSync(file.deliveries) ? readFileSync(file.deliveries, "utf8").split("\n").filter(Boolean) : [];
  const contents = new Map<string, Set<string>>();
  for (const [id = "", digest = ""] of lines.map((l) => l.split(" ")))
    contents.set(id, (contents.get(id) ?? new Set()).add(digest));
  const waiting = rows
    .filter((r) => r.done_at === null)
    .map((r) => `Message ${r.id} was not delivered${r.failed_at ? ": it failed" : ""}.`);
  const lost = rows
    .filter((r) => r.done_at !== null && !existsSync(join(file.mailFolder, fileOfMessage(r.id))))
    .map((r) => `Message ${r.id} is done and nowhere.`);
  const strays = readdirSync(file.mailFolder).filter((name) => name.endsWith(".json") && !known.has(name));
  const changed = [...contents]
    .filter(([, digests]) => digests.size > 1)
    .map(([id]) => `Message ${id} went out with two contents.`);
  const faults = [...waiting, ...lost, ...strays.map((s) => `${s} is of no message.`), ...changed];
  return { messages: rows.length, sent: lines.length, twice: lines.length - contents.size, faults };
}
