import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { CaseRef, Who } from "~/desk/case.server";
import { acting, formOf, keyed, refused, seeOther, unread } from "~/reply.server";
import { type Context, whoOf } from "~/visitor.server";
import { refOf, stepUpReasons } from "../ticket/act.server";

interface Acting<T> {
  door: Context["door"];
  who: Who;
  ref: CaseRef;
  form: T;
}

/** The action of one act on a ticket's break-glass: parses its form, lets the desk act, goes back to the list. */
export function glassAct<S extends z.ZodRawShape>(
  noun: string,
  command: string,
  shape: S,
  act: (a: Acting<z.infer<z.ZodObject<S>>>) => Promise<{ refused: string | null }>,
) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const ref = await refOf(context, params.number);
    const { door, visitor } = context;
    const read = await formOf(request, shape);
    // Several of them stand on one page: each form is named by its ticket.
    const form = `${noun}.${params.number}`;
    if (!read.ok) return unread(form, read);
    const who = whoOf(context, keyed(door, visitor, read.key, { noun, ref, form: read.form }));
    return acting(form, async () => {
      const done = await act({ door, who, ref, form: read.form });
      if (done.refused === null) return seeOther(`/glass?done=${noun}`);
      return refused(form, done.refused, { typed: read.typed, ...aboutGlass(done.refused, command) });
    });
  };
}

/** A ticket's number as people write it: `CS-1002`, or the digits alone. */
export function numberIn(typed: string): number | null {
  const digits = /^(?:CS-?)?(\d{1,12})$/i.exec(typed.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Which field a refusal is about, and by which command it is told. */
export function aboutGlass(reason: string, command: string): { field?: string; command: string } {
  if (stepUpReasons.includes(reason)) return { field: "code", command: "staff.step-up" };
  if (reason === "reason-missing") return { field: "text", command };
  return reason === "no-such-ticket" ? { field: "ticket", command } : { command };
}
