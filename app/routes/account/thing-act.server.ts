import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Who } from "~/desk/case.server";
import type { GivenPassword } from "~/desk/holder-password.server";
import { actingIn, formOf, keyed, problem, seeOther, statusOf, text, unread } from "~/reply.server";
import type { Problem } from "~/ui/problem";
import { portalRefusal } from "~/ui/words/portal-refusals";
import { factorRefusal } from "~/ui/words/second-factor";
import { thingsWords } from "~/ui/words/things";
import { type Context, holderIn, whoOf } from "~/visitor.server";

interface Acting<T> {
  door: Context["door"];
  who: Who;
  account: string;
  form: T;
  /** Where the request came from, as the count of passwords needs it. */
  source: string;
  language: Context["language"];
}
interface ThingAct<S extends z.ZodRawShape> {
  /** The form's noun, in its key and its problem. */
  form: string;
  shape: S;
  /** A refusal's reason, or null; or what is wrong with some of the fields. */
  act(a: Acting<z.infer<z.ZodObject<S>>>): Promise<string | null | Pick<Problem, "sentence" | "fields">>;
  /** The field a refusal is about where it is not about the password. */
  field?: string;
  to: string;
}

/** What every change is given with: the password, and a code of the second factor where one is on. */
export const anew = { password: text(1000), code: text(60).optional() };

/** The action of one change to a holder's own things: on to `to`, or the page with the refusal at its form, in its language. */
export function thingAct<S extends z.ZodRawShape>({ form: name, shape, act, field, to }: ThingAct<S>) {
  return async ({ request, context }: ActionFunctionArgs) => {
    const read = await formOf(request, shape);
    if (!read.ok) return unread(name, read);
    const { door, visitor, language } = context;
    const who = whoOf(context, keyed(door, visitor, read.key, { name, form: read.form }));
    const { account } = holderIn(context);
    return actingIn(context, name, async () => {
      const no = await act({ door, who, account, form: read.form, source: visitor.source, language });
      if (no === null) return seeOther(to);
      if (typeof no !== "string") return problem(422, { form: name, typed: read.typed, ...no });
      const ofFactor = "password" in shape && factorReasons.includes(no);
      const sentence = ofFactor ? factorRefusal(language, no) : refusedThing(language, no);
      const about = ofFactor ? "code" : no === "wrong-password" ? "password" : field;
      const fields = about && !general.has(no) ? { [about]: sentence } : undefined;
      return problem(statusOf(no), { form: name, sentence, fields, typed: read.typed });
    });
  };
}

/** What is about the code of a second factor, in a form that takes one. */
const factorReasons = ["wrong-code", "code-used", "too-many-tries", "second-factor-needed"];

/** What is about no field of a form. */
const general: ReadonlySet<string> = new Set([
  "too-many-passwords",
  "account-frozen",
  "safety-flag",
  "in-quarantine",
  "contacts-full",
  "devices-full",
]);

function refusedThing(language: Context["language"], reason: string): string {
  const { refused } = thingsWords[language];
  return (Object.hasOwn(refused, reason) ? refused[reason] : null) ?? portalRefusal(language, reason);
}

/** The password and the code of a form, with where it came from. */
export const givenIn = ({ form, source }: Acting<{ password: string; code?: string }>): GivenPassword => ({
  password: form.password,
  source,
  ...(form.code ? { code: form.code } : {}),
});
