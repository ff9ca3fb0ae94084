import { parseSerial } from "domain/serial";
import { timeCell } from "./time-cell";

export interface DeviceRow {
  short: string;
  /** The whole label, cleaned, where that is what was recorded. */
  whole: string | null;
  boundAt: string;
}

/** A row of devices.csv as it is kept, or the reason why it is refused; model and parent are not kept. */
export function checkDevice(cells: readonly string[]): DeviceRow | string {
  const [, cell = "", , bound = ""] = cells;
  const serial = parseSerial(cell);
  if (serial === null) return "not a serial";
  const boundAt = timeCell(bound);
  return boundAt === null ? "bound_at is not a time" : { short: serial.short, whole: serial.full, boundAt };
}
