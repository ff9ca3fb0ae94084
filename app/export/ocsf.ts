import type { EventType } from "domain/event";
import { instantOf } from "domain/time";
import type { Entry } from "domain/trail/entry";

/** The version of the OCSF schema that is written. */
const schemaVersion = "1.3.0";

/** An entry as one OCSF event, JSON on one line: Authentication (3002), Account Change (3001), else API Activity (6003). */
export function ocsfOf(entry: Entry): string {
  const { uid, category, activity, name } = classOf(entry.type);
  const failed = entry.outcome !== "ok";
  return JSON.stringify({
    category_uid: category,
    class_uid: uid,
    activity_id: activity,
    activity_name: name,
    type_uid: uid * 100 + activity,
    time: instantOf(entry.at),
    severity_id: severities[entry.outcome],
    status_id: failed ? 2 : 1,
    ...(entry.reason === null ? {} : { status_code: entry.reason }),
    actor: actorOf(entry),
    ...(uid === apiActivity ? apiOf(entry) : { user: { uid: entry.object ?? entry.subject ?? entry.actor.id } }),
    metadata: {
      version: schemaVersion,
      product: { name: "Countersign", vendor_name: "Countersign", version: String(entry.v) },
      uid: entry.id,
      sequence: entry.seq,
      event_code: entry.type,
      log_name: entry.origin,
      original_time: entry.at,
    },
    unmapped: {
      subject: entry.subject,
      object: entry.object,
      policy: entry.policy,
      data: entry.data,
      pii: entry.pii,
    },
  });
}

const [accountChange, authentication, apiActivity] = [3001, 3002, 6003] as const;
/** Informational, Low, Medium. */
const severities = { ok: 1, denied: 2, error: 3 } as const;

const actorOf = ({ actor, request }: Entry) => ({
  user: { uid: actor.id, type: actor.role, groups: [{ name: actor.role }] },
  ...(actor.session === null ? {} : { session: { uid: actor.session } }),
  invoked_by: request,
});

/** The trail keeps no addresses, so that an endpoint is only named. */
const apiOf = (entry: Entry) => ({
  api: {
    operation: entry.type,
    request: { uid: entry.request },
    ...(entry.reason === null ? {} : { response: { error: entry.reason } }),
  },
  src_endpoint: { name: "not-recorded" },
});

interface Class {
  uid: number;
  category: number;
  activity: number;
  name: string;
}

const iam = (uid: number, activity: number, name: string): Class => ({ uid, category: 3, activity, name });

const special: Partial<Record<EventType, Class>> = {
  "staff.signed-in": iam(authentication, 1, "Logon"),
  "staff.sign-in-failed": iam(authentication, 1, "Logon"),
  "holder.signed-in": iam(authentication, 1, "Logon"),
  "holder.sign-in-failed": iam(authentication, 1, "Logon"),
  "staff.signed-out": iam(authentication, 2, "Logoff"),
  "holder.signed-out": iam(authentication, 2, "Logoff"),
  "staff.stepped-up": iam(authentication, 99, "Step-up"),
  "staff.added": iam(accountChange, 1, "Create"),
  "staff.password-set": iam(accountChange, 3, "Password Change"),
  "staff.disabled": iam(accountChange, 5, "Disable"),
  "staff.enrolled": iam(accountChange, 10, "MFA Factor Enable"),
  "staff.role-changed": iam(accountChange, 99, "Role Change"),
  "factor.enrolled": iam(accountChange, 10, "MFA Factor Enable"),
  "factor.removed": iam(accountChange, 11, "MFA Factor Disable"),
  "grant.redeemed": iam(accountChange, 4, "Password Reset"),
  "account.recovered": iam(accountChange, 99, "Recovery"),
  "account.frozen": iam(accountChange, 9, "Lock"),
};

function classOf(type: EventType): Class {
  const found = special[type];
  if (found) return found;
  const api = (activity: number, name: string): Class => ({ uid: apiActivity, category: 6, activity, name });
  if (/\.(viewed|searched|opened|exported|downloaded)$/.test(type) && type !== "ticket.opened") return api(2, "Read");
  if (/\.(opened|added|proposed|issued)$/.test(type)) return api(1, "Create");
  return type === "refused" ? api(99, "Refused") : api(3, "Update");
}
