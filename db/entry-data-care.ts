import type { EventData } from "domain/event";
import { type SafetyKind, safetyKinds } from "domain/safety";
import { z } from "zod";
import { count, id } from "./entry-fields";

const o = z.strictObject;
const kind: z.ZodType<SafetyKind> = z.enum(safetyKinds);
const decided = { reason: id, stepUp: id };

/** Who is on the line, pressure on agents, and people who are in danger. */
export const careData = {
  "caller.matched": o({ turn: count }),
  "caller.mismatched": o({ turn: count, tries: count }),
  "ticket.pressured": o({ by: id }),
  "safety.flagged": o({ kind }),
  "safety.lift-proposed": o(decided),
  "safety.lifted": o(decided),
  "withholding.proposed": o({ contact: id, ...decided }),
  "notices.withheld": o({ contact: id, ...decided }),
} satisfies { [K in keyof EventData]?: z.ZodType<EventData[K]> };
