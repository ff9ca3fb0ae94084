import { movedOn } from "domain/delivery";
import { type Report, reportMessage } from "domain/report-message";
import type { Actor } from "domain/staff";
import { deliveryOf, type House, markBounced, markDelivered, messageByHandle, type Waiting } from "~/door.server";
import { sameText } from "./secret-compare.server";

/** What a server posted about a message it had accepted. */
export interface Posted {
  /** The message, by the name it was handed over under. */
  handle: string;
  fields: readonly (readonly [name: string, value: string])[];
  signature: string | null;
}

const gateway: Actor = { id: "system", role: "system", auth: "signed", session: null };

/**
 * Takes a server's report on a message: false, and nothing was even looked up, where its signature is not right. What is reported
 * of a message that nobody knows, twice, or late changes nothing, and is answered like any other.
 */
export async function reportDelivery(house: House, request: string, posted: Posted): Promise<boolean> {
  const { config, secrets } = house.door;
  const right = secrets.reportSignature(`${config.portalUrl}/delivery/${posted.handle}`, posted.fields);
  if (!sameText(right, posted.signature ?? "")) return false;
  const report = reportIn(posted.fields);
  const row = await messageByHandle(house.door.reader, posted.handle);
  if (report && row?.account_id && isNews(row, report)) await enter(house, request, row, report);
  return true;
}

const isNews = (row: Waiting, { is }: Report): boolean => movedOn(deliveryOf(row), is) !== deliveryOf(row);

async function enter({ door, writer }: House, request: string, row: Waiting, report: Report): Promise<void> {
  const said = `${row.id}.${report.is}.${row.retries}`;
  const outcome = await door.ledger.enact({
    stream: "case",
    account: row.account_id ?? "",
    ticket: row.ticket_id,
    actor: gateway,
    request,
    key: { key: `report:${said}`, digest: said },
    decide: reportMessage({ id: row.id, contact: row.contact_id }, report),
  });
  if (outcome.refused !== null) return;
  const now = door.clock.now();
  if (report.is === "delivered") await markDelivered(writer, row.id, now);
  else await markBounced(writer, row.id, wordsOf(report), now);
}

const wordsOf = ({ code }: Report & { is: "bounced" }): string =>
  code === null ? "it came back after it was accepted" : `it came back after it was accepted (reason ${code})`;

/** The report in the fields that gateways share; null for a step on the way, and for what is none. */
function reportIn(fields: Posted["fields"]): Report | null {
  const named = new Map(fields);
  if (named.size !== fields.length) return null;
  const status = named.get("MessageStatus")?.toLowerCase();
  if (status === "delivered" || status === "read") return { is: "delivered" };
  if (status !== "undelivered" && status !== "failed" && status !== "bounced") return null;
  const code = named.get("ErrorCode") ?? "";
  return { is: "bounced", why: status, code: /^\d{1,9}$/.test(code) ? Number(code) : null };
}
