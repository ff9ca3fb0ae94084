import { labelModel, parseSerial } from "./serial";

/** A recorded serial as its holder may see it: the model where a whole label was recorded, and its last two characters. */
export function maskSerial(recorded: string): { model: string | null; end: string } {
  const short = parseSerial(recorded)?.short ?? "";
  return { model: labelModel(recorded), end: short.slice(-2) };
}
