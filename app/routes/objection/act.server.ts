import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Who } from "~/desk/case.server";
import { type ObjectionRef, objectionRef } from "~/desk/prove-ownership.server";
import { actingIn, formOf, keyed, portalRefused, seeOther, turnAway, unread } from "~/reply.server";
import type { Language } from "~/ui/languages";
import { type Context, whoOf } from "~/visitor.server";

interface Proving<T> {
  door: Context["door"];
  who: Who;
  at: ObjectionRef;
  form: T;
  language: Language;
}
interface Proven {
  refused: string | null;
  /** What came of it, where the page says more than that it was taken. */
  checked?: string | null;
}

/** The action of one step of the proof behind an objection link. */
export function proofAct<S extends z.ZodRawShape>(
  name: string,
  shape: S | ((door: Context["door"], at: ObjectionRef) => Promise<S>),
  act: (a: Proving<z.infer<z.ZodObject<S>>>) => Promise<Proven>,
) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { door, visitor } = context;
    const token = params.token ?? "";
    const at = (await objectionRef(door, token)) ?? turnAway(404);
    const read = await formOf(request, typeof shape === "function" ? await shape(door, at) : shape);
    if (!read.ok) return unread(name, read);
    const who = whoOf(context, keyed(door, visitor, read.key, { name, token, form: read.form }));
    return actingIn(context, name, async () => {
      const done = await act({ door, who, at, form: read.form, language: context.language });
      if (done.refused) return portalRefused(context, name, done.refused, { typed: read.typed, field: fieldOf(name) });
      return seeOther(`/objection/${token}?done=${done.checked ? `${name}-${done.checked}` : name}`);
    });
  };
}

const fieldOf = (name: string): string | undefined =>
  name === "confirmation" ? "code" : name === "serial" ? "serial" : undefined;
