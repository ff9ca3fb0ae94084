import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { type CaseRef, refuseInput, type Who } from "~/desk/case.server";
import { refByNumber } from "~/facts.server";
import { mayOpenTicket, sightOn } from "~/read.server";
import { acting, formOf, keyed, refused, seeOther, turnAway, unread } from "~/reply.server";
import { type Context, staffOf, whoOf } from "~/visitor.server";
import { unlessForeign } from "./foreign.server";

/** What an act of a ticket's page brings: a refusal, or a word about what came of it. */
interface Done {
  refused: string | null;
  checked?: string | null;
  removed?: number;
}
interface Acting<T> {
  door: Context["door"];
  who: Who;
  ref: CaseRef;
  form: T;
  /** Does it for who reads the ticket, and refuses it to anyone else: for acts that the ledger allows to more people. */
  ifRead(command: string, doing: () => Promise<Done>): Promise<Done>;
}
type Shape = z.ZodRawShape;

/** The action of one act on a ticket: parses its form, lets the desk act, goes back to the page or shows it with the refusal. */
export function ticketAct<S extends Shape>(
  name: string,
  shape: S | ((door: Context["door"], ref: CaseRef) => Promise<S>),
  act: (a: Acting<z.infer<z.ZodObject<S>>>) => Promise<Done>,
  to?: (number: string) => string,
) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const ref = await refOf(context, params.number);
    const { door, visitor } = context;
    return answerOn(context, params.number, async () => {
      const read = await formOf(request, typeof shape === "function" ? await shape(door, ref) : shape);
      if (!read.ok) return unread(name, read);
      const path = new URL(request.url).pathname;
      const who = whoOf(context, keyed(door, visitor, read.key, { path, form: read.form }));
      return acting(name, async () => {
        const ifRead = async (command: string, doing: () => Promise<Done>) =>
          (await sightOn(door, staffOf(context), Number(params.number))) === "all"
            ? doing()
            : refuseInput(door, who, ref, command, "not-your-ticket");
        const done = await act({ door, who, ref, form: read.form, ifRead });
        if (done.refused !== null)
          return refused(name, done.refused, { typed: read.typed, ...aboutRefusal(name, done) });
        return seeOther(`${to ? to(params.number ?? "") : `/tickets/${params.number}`}${newsOf(name, done)}`);
      });
    });
  };
}

/** Answers a form about a ticket; who may not open its page hears of no refusal but that there is no such ticket. */
export const answerOn = <A extends Response>(
  context: Context,
  number: string | undefined,
  answering: () => Promise<A>,
): Promise<A> => unlessForeign(() => mayOpenTicket(context.door, staffOf(context), Number(number)), answering);

const aboutRefusal = (name: string, { refused }: Done): { field?: string; command?: string } => ({
  field: fieldOf(name, refused ?? ""),
  command: isSteppedUp(name) && stepUpReasons.includes(refused ?? "") ? "staff.step-up" : undefined,
});

/** The acts that take a fresh code of the authenticator. */
const isSteppedUp = (name: string): boolean =>
  ["approval", "return", "rejection", "verdict", "withholding"].includes(name);

/** Refusals of such an act that are about the authenticator's code, not a message's. */
export const stepUpReasons = ["wrong-code", "code-used", "too-many-tries"];

/** The case a ticket's number in the address names; 404 for one that does not exist. */
export async function refOf({ door }: Context, number: string | undefined): Promise<CaseRef> {
  const ref = /^\d{1,12}$/.test(number ?? "") ? await refByNumber(door, Number(number)) : null;
  return ref ?? turnAway(404);
}

/** The page says once what came of the act. */
function newsOf(name: string, done: Done): string {
  const news = done.checked ? `${name}-${done.checked}` : done.removed ? `${name}-removed` : name;
  return `?done=${news}`;
}

/** The field a refusal is about, so that it takes the focus. */
function fieldOf(name: string, reason: string): string | undefined {
  if (reason === "not-a-serial") return "serial";
  if (reason === "not-an-address" || reason === "not-a-phone-number" || reason === "contact-already-registered")
    return "value";
  if (
    reason === "not-a-code" ||
    reason === "code-expired" ||
    reason === "no-such-code" ||
    reason === "wrong-code" ||
    reason === "not-a-saved-code" ||
    reason === "code-used"
  )
    return "code";
  if (reason === "note-missing") return "note";
  if (reason === "reason-missing") return "reason";
  if (name === "caller" && (reason === "wrong-caller-number" || reason === "not-a-caller-number")) return "number";
  return name === "notes" ? "text" : undefined;
}
