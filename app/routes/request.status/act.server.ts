import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { CaseRef, Who } from "~/desk/case.server";
import { overRefusal } from "~/desk/request-over.server";
import { actingIn, formOf, keyed, portalRefused, seeOther, unread } from "~/reply.server";
import { type Context, requesterIn, whoOf } from "~/visitor.server";

interface Acting<T> {
  door: Context["door"];
  who: Who;
  ref: CaseRef;
  form: T;
}

/** The action of one act on the requester's own request. */
export function requestAct<S extends z.ZodRawShape>(
  name: string,
  shape: S | ((door: Context["door"], ref: CaseRef) => Promise<S>),
  act: (a: Acting<z.infer<z.ZodObject<S>>>) => Promise<{ refused: string | null }>,
) {
  return async ({ request, context }: ActionFunctionArgs) => {
    const { ticket, account } = requesterIn(context);
    const ref = { ticket, account };
    const read = await formOf(request, typeof shape === "function" ? await shape(context.door, ref) : shape);
    if (!read.ok) return unread(name, read);
    const who = whoOf(context, keyed(context.door, context.visitor, read.key, { name, form: read.form }));
    return actingIn(context, name, async () => {
      const over = await overRefusal(context.door, who, ref);
      const refused = over ?? (await act({ door: context.door, who, ref, form: read.form })).refused;
      return refused
        ? portalRefused(context, name, refused, { typed: read.typed, field: fieldOf(refused) })
        : seeOther(`/request/status?done=${name}`);
    });
  };
}

/** The field a refusal is about, so that it takes the focus. */
const fieldOf = (reason: string): string | undefined => {
  if (reason === "nothing-said") return "words";
  return reason === "not-a-saved-code" || reason === "saved-code-did-not-work" ? "code" : undefined;
};
