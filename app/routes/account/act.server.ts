import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Who } from "~/desk/case.server";
import { actingIn, formOf, keyed, portalRefused, seeOther, unread } from "~/reply.server";
import { type Context, holderIn, whoOf } from "~/visitor.server";

interface Acting<T> {
  door: Context["door"];
  who: Who;
  account: string;
  /** The request this browser is signed in to as well, if it is. */
  request: string | null;
  form: T;
}

/** The action of one act of a signed-in holder: on to `to`, or the holder's page with the refusal at its form. */
export function holderAct<S extends z.ZodRawShape>(
  name: string,
  shape: S,
  act: (a: Acting<z.infer<z.ZodObject<S>>>) => Promise<{ refused: string | null }>,
  to: (form: z.infer<z.ZodObject<S>>) => string = () => `/account?done=${name}`,
) {
  return async ({ request, context }: ActionFunctionArgs) => {
    const read = await formOf(request, shape);
    if (!read.ok) return unread(name, read);
    const { door, visitor } = context;
    const who = whoOf(context, keyed(door, visitor, read.key, { name, form: read.form }));
    const requested = visitor.requester?.ticket ?? null;
    return actingIn(context, name, async () => {
      const done = await act({ door, who, account: holderIn(context).account, request: requested, form: read.form });
      return done.refused
        ? portalRefused(context, name, done.refused, { typed: read.typed, field: fieldOf(done.refused) })
        : seeOther(to(read.form));
    });
  };
}

/** The field a refusal is about, so that it takes the focus. */
function fieldOf(reason: string): string | undefined {
  if (reason === "not-an-address" || reason === "own-address") return "email";
  return reason === "wrong-number" || reason === "no-such-number" || reason === "not-a-code" ? "code" : undefined;
}
