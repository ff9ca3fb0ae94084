import type { LoaderFunctionArgs } from "@remix-run/node";
import { parameter, portalPage } from "~/page.server";
import { readContacts, readDevices, readQuestions } from "~/read-things.server";
import { thingsWords } from "~/ui/words/things";
import { holderIn } from "~/visitor.server";

/** The loader of a page of a signed-in holder's own things, with the good news its address names. */
const loaderOf =
  <V>(read: (door: LoaderFunctionArgs["context"]["door"], account: string) => Promise<V>) =>
  async ({ request, context }: LoaderFunctionArgs) => {
    const { news } = thingsWords[context.language];
    const done = parameter(request, "done");
    const told = done !== null && Object.hasOwn(news, done) ? (news[done] ?? null) : null;
    return { ...(await portalPage(context)), view: await read(context.door, holderIn(context).account), news: told };
  };

export const contactsLoader = loaderOf(readContacts);
export const devicesLoader = loaderOf(readDevices);
export const questionsLoader = loaderOf(readQuestions);
