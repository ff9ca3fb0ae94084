import type { EventType } from "domain/event";
import type { Entry } from "domain/trail/entry";

/** The version of the Elastic Common Schema that is written. */
const schemaVersion = "8.17.0";

/** An entry as one ECS document, JSON on one line; what ECS has no field for stands under `countersign`, its data as text. */
export function ecsOf(entry: Entry): string {
  const { category, type } = kindOf(entry.type);
  return JSON.stringify({
    "@timestamp": entry.at,
    ecs: { version: schemaVersion },
    event: {
      kind: "event",
      category: [category],
      type: typesOf(entry, type),
      action: entry.type,
      outcome: entry.outcome === "ok" ? "success" : "failure",
      ...(entry.reason === null ? {} : { reason: entry.reason }),
      id: entry.id,
      sequence: entry.seq,
      provider: "countersign",
      dataset: "countersign.trail",
    },
    user: { id: entry.actor.id, roles: [entry.actor.role] },
    related: { user: [...new Set([entry.actor.id, ...(entry.subject ? [entry.subject] : [])])] },
    labels: { origin: entry.origin, request: entry.request },
    countersign: {
      auth: entry.actor.auth,
      session: entry.actor.session,
      subject: entry.subject,
      object: entry.object,
      policy: entry.policy?.digest ?? null,
      // Fields of one name would have another type in another kind of entry, which an index does not take.
      data: JSON.stringify(entry.data),
      pii: JSON.stringify(entry.pii),
    },
  });
}

type Category = "api" | "authentication" | "configuration" | "iam" | "process";
interface Kind {
  category: Category;
  type: string;
}

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^(staff|holder)\.(signed-in|sign-in-failed)$/, { category: "authentication", type: "start" }],
  [/^(staff|holder)\.signed-out$/, { category: "authentication", type: "end" }],
  [/^staff\.stepped-up$/, { category: "authentication", type: "info" }],
  [/^desk\.started$/, { category: "process", type: "start" }],
  [/^desk\.stopped$/, { category: "process", type: "end" }],
  [/^(policy|checkpoint-key|desk|directory)\./, { category: "configuration", type: "change" }],
  [/^staff\.added$/, { category: "iam", type: "creation" }],
  [
    /^(staff|account)\.(role-changed|disabled|password-set|enrolled|recovered|frozen)$/,
    { category: "iam", type: "change" },
  ],
  [/^grant\.redeemed$/, { category: "iam", type: "change" }],
  [/\.(viewed|searched|exported|downloaded)$|^packet\.opened$/, { category: "api", type: "access" }],
];

const kindOf = (type: EventType): Kind =>
  kinds.find(([of]) => of.test(type))?.[1] ?? { category: "api", type: type === "refused" ? "denied" : "change" };

/** What was denied or failed says so as well, in the words that ECS allows beside its category. */
function typesOf(entry: Entry, type: string): string[] {
  const isApi = kindOf(entry.type).category === "api";
  return entry.outcome === "denied" && isApi ? [...new Set([type, "denied"])] : [type];
}
