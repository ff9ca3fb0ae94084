import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Who } from "~/desk/case.server";
import { statusOf } from "~/refusal-status";
import { actingIn, formOf, keyed, problem, seeOther, unread } from "~/reply.server";
import { factorRefusal } from "~/ui/words/second-factor";
import { type Context, holderIn, whoOf } from "~/visitor.server";

interface Acting<T> {
  context: Context;
  request: Request;
  who: Who;
  account: string;
  form: T;
}
interface Acted {
  refused: string | null;
  /** Cookies of what came of it. */
  cookies?: string[];
}

/** The action of one form about a holder's second factor: on to `to`, or the refusal at the form. */
export function factorAct<S extends z.ZodRawShape>(
  name: string,
  shape: S,
  to: string,
  act: (a: Acting<z.infer<z.ZodObject<S>>>) => Promise<Acted>,
) {
  return async ({ request, context }: ActionFunctionArgs) => {
    const read = await formOf(request, shape);
    if (!read.ok) return unread(name, read);
    const { account } = holderIn(context);
    const who = whoOf(context, keyed(context.door, context.visitor, read.key, { name, form: read.form }));
    return actingIn(context, name, async () => {
      const { refused, cookies } = await act({ context, request, who, account, form: read.form });
      if (refused === null) return seeOther(to, cookies);
      const sentence = factorRefusal(context.language, refused, name === "setup" ? name : undefined);
      const field = fieldOf(refused);
      return problem(statusOf(refused), { form: name, sentence, fields: field ? { [field]: sentence } : undefined });
    });
  };
}

const codeReasons = ["wrong-code", "code-used", "too-many-tries", "second-factor-needed"];

/** The field a refusal is about, so that it takes the focus. */
const fieldOf = (reason: string): string | null =>
  reason === "wrong-password" ? "password" : codeReasons.includes(reason) ? "code" : null;
