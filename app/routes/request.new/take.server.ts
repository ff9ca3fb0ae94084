import { askForHelp, contactTyped, nameOf } from "~/desk/ask-for-help.server";
import { newReference } from "~/desk/open-ticket.server";
import { acting, formOf, keyedByContent, problem, seeOther, text, tick, unread } from "~/reply.server";
import { askWords } from "~/ui/words/ask";
import { type Context, whoOf } from "~/visitor.server";
import { keepSaid, type LostKind, lostKinds, type Said, saidIn } from "./said.server";

interface Asking {
  request: Request;
  context: Context;
}
type Take = (asking: Asking) => Promise<Response>;

/** Keeps what was said and goes on to the next page. */
const onTo = ({ context }: Asking, said: Said, page: string) =>
  seeOther(`/request/new/${page}`, [keepSaid(context, said)]);

/** The problem of one question, at its field. */
function no(form: string, sentence: string, typed: Record<string, string> = {}) {
  const fields = Object.keys(typed).length > 0 ? { [form]: sentence } : undefined;
  return problem(422, { form, sentence, fields, typed });
}

const lost: Take = async (asking) => {
  const read = await formOf(asking.request, { email: tick(), phone: tick(), secondFactor: tick(), password: tick() });
  if (!read.ok) return unread("lost", read);
  const said: LostKind[] = lostKinds.filter((kind) => read.form[kind]);
  if (said.length === 0) return no("lost", askWords[asking.context.language].lostNothing);
  const only = said.every((kind) => kind === "password");
  return onTo(asking, { ...saidIn(asking.context, asking.request), lost: said }, only ? "works" : "hand");
};

const hand: Take = async (asking) => {
  const read = await formOf(asking.request, { contact: tick(), "saved-code": tick(), label: tick(), person: tick() });
  if (!read.ok) return unread("hand", read);
  const { contact, ...have } = read.form;
  const held = (["saved-code", "label", "person"] as const).filter((one) => have[one]);
  return onTo(asking, { ...saidIn(asking.context, asking.request), hand: held }, contact ? "works" : "name");
};

const name: Take = async (asking) => {
  const read = await formOf(asking.request, { name: text(320) });
  if (!read.ok) return unread("name", read);
  const typed = read.form.name.trim();
  if (typed === "") return no("name", askWords[asking.context.language].nameMissing, { name: "" });
  return onTo(asking, { ...saidIn(asking.context, asking.request), name: typed }, "contact");
};

const contact: Take = async (asking) => {
  const { request, context } = asking;
  const read = await formOf(request, { contact: text(320) });
  if (!read.ok) return unread("contact", read);
  const words = askWords[context.language];
  const said = { ...saidIn(context, request), contact: read.form.contact.trim() };
  if (said.lost.length === 0 || said.name === "") return seeOther("/request/new");
  const to = contactTyped(said.contact);
  if (to === null) return no("contact", words.notAContact, { contact: read.form.contact });
  if (to.value === nameOf(said.name)) return no("contact", words.sameContact, { contact: read.form.contact });
  const { key } = read;
  return acting("contact", async () =>
    onTo(asking, { ...said, reference: await made({ context, key, said, to }) }, "code"),
  );
};

interface Making {
  context: Context;
  key: string;
  said: Said;
  to: NonNullable<ReturnType<typeof contactTyped>>;
}

/** The reference of the request, or one that names nothing where too many were made: its reader is told the same. */
async function made({ context, key, said, to }: Making): Promise<string> {
  const { door, visitor } = context;
  const now = door.clock.now();
  const within = door.asking.take({ source: visitor.source, name: nameOf(said.name), contact: to.value }, now);
  if (!within) return newReference();
  const call = {
    name: said.name,
    contact: to,
    secondFactor: said.lost.includes("secondFactor"),
    hand: said.hand ?? [],
    language: context.language,
  };
  return askForHelp(door, whoOf(context, keyedByContent(door, visitor, key, call)), call);
}

/** What each page of a form takes. */
export const takes: Readonly<Record<string, Take>> = { lost, hand, name, contact };
