import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Who } from "~/desk/case.server";
import { stepOf, stepUp } from "~/desk/step-up.server";
import { isAccount } from "~/read-erasures.server";
import { acting, formOf, keyed, refused, seeOther, text, turnAway, unread } from "~/reply.server";
import { type Context, whoOf } from "~/visitor.server";
import { id } from "../ticket/form";

interface Acting<T> {
  house: Context["house"];
  who: Who;
  account: string;
  form: T;
  /** The step-up made for this act; empty where it takes none. */
  stepUp: string;
}
type Shape = z.ZodRawShape;
interface Act<S extends Shape> {
  noun: string;
  command: string;
  /** What a fresh code is bound to beside the account; null takes none. */
  act: "erase" | "legal-hold" | null;
  shape: S;
  work(a: Acting<z.infer<z.ZodObject<S>>>): Promise<{ refused: string | null }>;
}

/** The shapes of the fields these forms share. */
export const fields = { reason: text(500), code: text(20), proposal: id };

/** The action of one act on an account: a fresh code bound to it where it takes one, then the act, then the page again. */
export function erasureAct<S extends Shape>({ noun, command, act, shape, work }: Act<S>) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const account = await accountIn(context, params.account);
    const read = await formOf(request, shape);
    if (!read.ok) return unread(noun, read);
    const sent = keyed(context.door, context.visitor, read.key, { noun, account, form: read.form });
    const who = whoOf(context, sent);
    return acting(noun, async () => {
      const code = String((read.form as { code?: string }).code ?? "");
      const step =
        act === null
          ? { refused: null, stepUp: "" }
          : await stepUp(context.door, stepOf(who), { act, object: account, code });
      if (step.refused !== null)
        return refused(noun, step.refused, { typed: read.typed, field: "code", command: "staff.step-up" });
      const done = await work({ house: context.house, who, account, form: read.form, stepUp: step.stepUp });
      if (done.refused === null) return seeOther(`/erasures/${account}?done=${noun}`);
      const field = done.refused === "reason-missing" ? "reason" : undefined;
      return refused(noun, done.refused, { typed: read.typed, field, command });
    });
  };
}

/** The account that the address names by its internal id; 404 where there is none. */
export async function accountIn({ door }: Context, account: string | undefined): Promise<string> {
  const known = account !== undefined && id.safeParse(account).success && (await isAccount(door, account));
  return known ? account : turnAway(404);
}
