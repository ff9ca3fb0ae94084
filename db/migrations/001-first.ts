import type { EngineKind } from "../engine";
import { guards } from "./guards";

/** The first schema, as statements for one engine. */
export function first(kind: EngineKind): string[] {
  const int = kind === "sqlite" ? "integer" : "bigint";
  const blob = kind === "sqlite" ? "blob" : "bytea";
  // Text that is sorted or compared by bytes, the same on both engines.
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    ...trail(int, blob, text),
    ...folded(int, text),
    ...directory(int, blob, text),
    ...beside(int, blob, text),
    ...guards(kind),
  ];
}

const trail = (int: string, blob: string, text: string): string[] => [
  `create table head (id ${int} primary key check (id = 1), origin ${text} not null, size ${int} not null, range ${blob} not null, at ${text} not null)`,
  `create table entry (seq ${int} primary key, id ${text} not null unique, at ${text} not null, type ${text} not null, actor ${text} not null, subject ${text}, object ${text},
    outcome ${text} not null, reason ${text}, leaf ${blob} not null, bytes ${blob} not null)`,
  "create index entry_actor on entry (actor, seq)",
  "create index entry_actor_type on entry (actor, type, seq)",
  "create index entry_type on entry (type, seq)",
  "create index entry_subject on entry (subject, seq)",
  "create index entry_object on entry (object, seq)",
  "create index entry_outcome on entry (outcome, seq)",
  "create index entry_at on entry (at, seq)",
  `create table node (level ${int} not null, idx ${int} not null, hash ${blob} not null, primary key (level, idx))`,
];

const folded = (int: string, text: string): string[] => [
  `create table ticket (id ${text} primary key, account_id ${text} not null, number ${int} not null unique, reference ${text} not null unique, state ${text} not null, tier ${text} not null,
    agent ${text}, loss ${text} not null, opened_at ${text} not null, touched_at ${text} not null, hold_ends_at ${text}, doc ${text} not null, seq ${int} not null)`,
  "create index ticket_state on ticket (state, number)",
  "create index ticket_tier on ticket (tier, number)",
  "create index ticket_agent on ticket (agent, state, number)",
  "create index ticket_account on ticket (account_id, number)",
  "create index ticket_touched on ticket (state, touched_at)",
  "create index ticket_hold on ticket (state, hold_ends_at)",
  `create table account_state (account_id ${text} primary key, doc ${text} not null, seq ${int} not null)`,
  `create table approval (ticket_id ${text} not null, round ${int} not null, staff_id ${text} not null, packet ${text} not null, at ${text} not null, seq ${int} primary key)`,
  "create index approval_ticket on approval (ticket_id, seq)",
  `create table staff (id ${text} primary key, person ${text} not null, role ${text} not null, disabled_at ${text}, doc ${text} not null, seq ${int} not null)`,
  "create index staff_person on staff (person)",
  `create table desk_state (id ${int} primary key check (id = 1), doc ${text} not null, seq ${int} not null)`,
];

const directory = (int: string, blob: string, text: string): string[] => [
  `create table directory_set (id ${int} primary key, import_id ${text} not null unique, visible_at ${text})`,
  `create table account (id ${text} primary key, set_id ${int} not null, external ${blob} not null unique, region ${text} not null, created_at ${text} not null, status ${text} not null,
    second_factor ${text} not null, locale ${text} not null, name_mask ${text} not null, contact_mask ${text} not null)`,
  "create index account_set on account (set_id, id)",
  `create table contact (id ${text} primary key, account_id ${text} not null, set_id ${int} not null, kind ${text} not null, mask ${text} not null, digest ${blob} not null, verified_at ${text} not null)`,
  "create index contact_account on contact (account_id)",
  "create index contact_digest on contact (digest)",
  "create index contact_set on contact (set_id, id)",
  `create table device (id ${text} primary key, account_id ${text} not null, set_id ${int} not null, short ${blob} not null unique, whole ${blob}, near ${blob} not null, bound_at ${text} not null)`,
  "create index device_account on device (account_id)",
  "create index device_set on device (set_id, id)",
  `create table answer (id ${text} primary key, account_id ${text} not null, set_id ${int} not null, question_id ${text} not null, algorithm ${int} not null, hash ${text} not null,
    hardened_at ${text}, weak ${int} not null default 0, unique (account_id, question_id))`,
  "create index answer_set on answer (set_id, id)",
  "create index answer_soft on answer (id) where hardened_at is null",
  `create table question (id ${text} primary key, text ${text} not null)`,
  `create table lookup (kind ${text} not null, digest ${blob} not null, account_id ${text} not null, set_id ${int} not null, contact_id ${text}, primary key (kind, digest, account_id))`,
  "create index lookup_set on lookup (set_id)",
];

const beside = (int: string, blob: string, text: string): string[] => [
  `create table vault (id ${text} not null, owner ${text} not null, field ${text} not null, box ${blob} not null, primary key (id, field))`,
  "create index vault_owner on vault (owner)",
  `create table new_contact (id ${text} primary key, ticket_id ${text} not null, account_id ${text} not null, kind ${text} not null, mask ${text} not null, digest ${blob} not null)`,
  "create index new_contact_digest on new_contact (digest)",
  "create index new_contact_account on new_contact (account_id)",
  `create table tried (ticket_id ${text} not null, kind ${text} not null, digest ${blob} not null, primary key (ticket_id, kind, digest))`,
  `create table idempotency (actor ${text} not null, key ${text} not null, digest ${text} not null, outcome ${text} not null, at ${text} not null, primary key (actor, key))`,
  "create index idempotency_at on idempotency (at)",
  `create table outbox (id ${text} primary key, template ${text} not null, ticket_id ${text}, account_id ${text}, contact_id ${text} not null, kind ${text} not null, doc ${text} not null,
    created_at ${text} not null, due_at ${text} not null, leased_until ${text}, attempts ${int} not null, done_at ${text}, failed_at ${text}, error ${text})`,
  "create index outbox_due on outbox (due_at) where done_at is null and failed_at is null",
  `create table staff_secret (staff_id ${text} primary key, name_digest ${blob} not null unique, password_hash ${text}, totp ${blob})`,
  `create table holder_secret (account_id ${text} primary key, password_hash ${text} not null, set_at ${text} not null)`,
  `create table session (id ${text} primary key, staff_id ${text} not null, expires_at ${text} not null, created_at ${text} not null, seen_at ${text} not null, auth ${text} not null)`,
  "create index session_staff on session (staff_id)",
  `create table holder_session (id ${text} primary key, account_id ${text} not null, created_at ${text} not null, expires_at ${text} not null)`,
  "create index holder_session_account on holder_session (account_id)",
  `create table import_job (id ${text} primary key, state ${text} not null, folder ${text} not null, strict ${int} not null, started_at ${text} not null, seen_at ${text} not null, doc ${text} not null)`,
  `create table refused_row (import_id ${text} not null, n ${int} not null, file ${text} not null, line ${int} not null, reason ${text} not null, primary key (import_id, n))`,
  `create table trusted_clock (id ${int} primary key check (id = 1), at ${text} not null)`,
  `create table bucket (key ${text} primary key, points ${int} not null, until ${text} not null)`,
];
