import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { isPortal } from "~/access";
import { setCookie } from "~/cookies.server";
import { formOf, seeOther, text, turnAway } from "~/reply.server";
import { languages } from "~/ui/languages";

/** Keeps the language somebody chose in their browser, and goes back to the page where they did. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { language: z.enum(languages), from: text(400) });
  if (!read.ok) return turnAway(400);
  const { language, from } = read.form;
  const back = isPortal(from) && /^\/[\w/.-]*$/.test(from) ? from : "/help";
  return seeOther(back, [setCookie(context.door.config, "cs-language", language)]);
}
