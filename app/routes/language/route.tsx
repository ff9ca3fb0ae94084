import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { setCookie } from "~/cookies.server";
import { chooseLanguage } from "~/desk/choose-language.server";
import { formOf, seeOther, text, turnAway } from "~/reply.server";
import { type Language, languages } from "~/ui/languages";
import { actingAs, type Context, whoOf } from "~/visitor.server";

/** Keeps the language somebody chose, in their browser and on the account they are signed in to, and goes back to the page where they did. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { language: z.enum(languages), from: text(400) });
  if (!read.ok) return turnAway(400);
  const { language, from } = read.form;
  await keepOnAccount(context, language);
  return seeOther(context.pageOf(from), [setCookie(context.door.config, "cs-language", language)]);
}

async function keepOnAccount(context: Context, language: Language): Promise<void> {
  const { holder } = context.visitor;
  if (!holder) return;
  const who = whoOf({ ...context, visitor: actingAs(context.visitor, "holder") });
  await chooseLanguage(context.door, who, holder.account, language);
}
