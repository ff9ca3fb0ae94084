import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { revealValue } from "~/desk/reveal-value.server";
import { sightOn } from "~/read.server";
import { acting, formOf, keyed, refused, text, unread } from "~/reply.server";
import { staffOf, whoOf } from "~/visitor.server";
import { answerOn, refOf, stepUpReasons } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

const shape = {
  what: z.enum(["new-contact", "holder-name"]),
  reason: z.enum(["read-back", "misheard", "compare", "other"]),
  text: text(500),
  // Supervisors give a fresh code; an agent's form has none.
  code: text(20).optional(),
};

/** Shows one value in clear, in the answer to this form alone: no address shows it, and the form sent again does not. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const ref = await refOf(context, params.number);
  const { door, visitor } = context;
  const viewer = staffOf(context);
  return answerOn(context, params.number, async () => {
    const read = await formOf(request, shape);
    if (!read.ok) return unread("reveals", read);
    const who = whoOf(context, keyed(door, visitor, read.key, { ref, form: read.form }));
    return acting("reveals", async () => {
      const sight = await sightOn(door, viewer, Number(params.number));
      const code = viewer.role === "supervisor" ? (read.form.code ?? "") : null;
      const done = await revealValue(door, who, ref, { ...read.form, code, sight });
      if (done.value !== null) return json({ problem: null, revealed: { what: read.form.what, value: done.value } });
      const reason = done.refused ?? "nothing-to-reveal";
      return refused("reveals", reason, { typed: read.typed, ...aboutRefusal(reason) });
    });
  });
}

function aboutRefusal(reason: string): { field?: string; command: string } {
  if (reason === "reason-missing") return { field: "text", command: "value.reveal" };
  return stepUpReasons.includes(reason) ? { field: "code", command: "staff.step-up" } : { command: "value.reveal" };
}
