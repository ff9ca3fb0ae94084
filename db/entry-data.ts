import type { EventData, EventType } from "domain/event";
import { z } from "zod";
import { caseData, type Schemas } from "./entry-data-case";
import { deskData, readsData, staffData } from "./entry-data-desk";
import { word } from "./entry-fields";

/** Where an event's entry belongs; a refusal can stand in any stream. */
export type Stream = "case" | "staff" | "desk" | "reads" | "any";

const anyData = { refused: z.strictObject({ command: word, reason: word }) };
const all = { ...caseData, ...staffData, ...deskData, ...readsData, ...anyData };
/** A field the catalogue does not have; `never` as long as the schemas have no field too many. */
type TooMany = { [K in EventType]: Exclude<keyof z.output<(typeof all)[K]>, keyof EventData[K]> }[EventType];
// What stands on a trail is checked by these for good: a later release may widen a schema, never narrow it.
const schemas: [TooMany] extends [never] ? Schemas<EventType> : TooMany = all;

/** The data of an event, checked against its schema; throws TypeError naming fields (never values) that the catalogue does not allow. */
export function checkedData<T extends EventType>(type: T, data: EventData[T]): Record<string, unknown> {
  const parsed = schemas[type].safeParse(data);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  throw new TypeError(`${type} cannot be entered: ${problemsOf(parsed.error)}.`);
}

/** Why a value is not the data of an event of this type, or null. */
export function dataProblem(type: EventType, data: unknown): string | null {
  const parsed = schemas[type].safeParse(data);
  return parsed.success ? null : problemsOf(parsed.error);
}

const problemsOf = (error: z.ZodError): string =>
  error.issues.map((i) => `${["data", ...i.path].join(".")}: ${i.message}`).join("; ");

/** Every type of the catalogue. */
export const eventTypes = Object.keys(all) as EventType[];

/** Whether the catalogue has an event of this name. */
export const isEventType = (type: unknown): type is EventType =>
  typeof type === "string" && Object.hasOwn(schemas, type);

/** The stream whose state an event of this type is folded into. */
export const streamOf = (type: EventType): Stream =>
  Object.hasOwn(caseData, type)
    ? "case"
    : Object.hasOwn(staffData, type)
      ? "staff"
      : Object.hasOwn(deskData, type)
        ? "desk"
        : type === "refused"
          ? "any"
          : "reads";
