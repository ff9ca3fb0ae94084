import { instantOf } from "domain/time";
import type { Entry } from "domain/trail/entry";

/** An entry as one line of CEF (ArcSight Common Event Format, version 0). */
export function cefOf(entry: Entry): string {
  const { v, type, outcome } = entry;
  const head = ["CEF:0", "Countersign", "Countersign", String(v), type, nameOf(type), severities[outcome]].map(inHead);
  const fields = Object.entries(fieldsOf(entry)).flatMap(([name, value]) =>
    value === null || value === "" ? [] : [`${name}=${inField(value)}`],
  );
  return `${head.join("|")}|${fields.join(" ")}`;
}

/** From 0 to 10: 3 is low, 5 is medium. */
const severities = { ok: "1", denied: "3", error: "5" } as const;

const nameOf = (type: string): string => type.replaceAll(/[.-]/g, " ");

function fieldsOf(e: Entry): Record<string, string | null> {
  return {
    rt: String(instantOf(e.at)),
    externalId: String(e.seq),
    deviceExternalId: e.origin,
    cat: e.type,
    outcome: e.outcome === "ok" ? "success" : "failure",
    reason: e.reason,
    suid: e.actor.id,
    spriv: e.actor.role,
    duid: e.subject,
    ...labelled(1, "object", e.object),
    ...labelled(2, "request", e.request),
    ...labelled(3, "entryId", e.id),
    ...labelled(4, "session", e.actor.session),
    ...labelled(5, "policy", e.policy?.digest ?? null),
    ...labelled(6, "data", JSON.stringify(e.data)),
  };
}

const labelled = (n: number, label: string, value: string | null): Record<string, string | null> =>
  value === null ? {} : { [`cs${n}Label`]: label, [`cs${n}`]: value };

/** In the header a pipe and a backslash are escaped, and there is no line break. */
const inHead = (value: string): string => value.replaceAll(/[\\|]/g, "\\$&").replaceAll(/[\r\n]+/g, " ");

/** In a field an equals sign and a backslash are escaped, and a line break is written as \n or \r; a pipe stands as it is. */
const inField = (value: string): string =>
  value.replaceAll(/[\\=]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
