import { reportPressure as decide } from "domain/pressure";
import type { Door, Outcome } from "~/door.server";
import { type CaseRef, enactCase, type Who } from "./case.server";

/** Enters that the acting agent is being pressed on their ticket. */
export const reportPressure = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> =>
  enactCase(door, who, ref, decide());
