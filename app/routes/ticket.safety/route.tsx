import { safetyKinds } from "domain/safety";
import { z } from "zod";
import { flagSafety } from "~/desk/guard-safety.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("safety", { kind: z.enum(safetyKinds) }, ({ door, who, ref, form, ifRead }) =>
  ifRead("safety.flag", () => flagSafety(door, who, ref, form.kind)),
);
