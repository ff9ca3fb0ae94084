import { randomUUID } from "node:crypto";
import { json } from "@remix-run/node";
import canonicalize from "canonicalize";
import { z } from "zod";
import type { Door, Keyed, Outcome } from "./door.server";
import { KeyReused } from "./door.server";
import { TooBusy } from "./passwords.server";
import { statusOf } from "./refusal-status";
import { isLanguage, type Language, languageHeader } from "./ui/languages";
import type { Problem } from "./ui/problem";
import { refusal } from "./ui/words";
import { formWords } from "./ui/words/portal-form";
import { portalRefusal } from "./ui/words/portal-refusals";
import { refusalSaying } from "./ui/words/sayings";
import type { Context, Visitor } from "./visitor.server";

/** What a page's forms make their idempotency keys of. */
export const newFormKey = (): string => randomUUID();

export { statusOf } from "./refusal-status";

export type Typed = Record<string, string>;
/** A form as it was read: whole, or with a sentence for each field that could not be taken. */
export type Read<T> =
  | { ok: true; key: string; form: T; typed: Typed }
  | { ok: false; fields: Record<string, string>; typed: Typed; language: Language };

/** Reads a posted form; throws 400 for a field that is unknown, missing, there twice or holds a NUL, and for a missing key. */
export async function formOf<S extends z.ZodRawShape>(
  request: Request,
  shape: S,
): Promise<Read<z.infer<z.ZodObject<S>>>> {
  const sent = [...new URLSearchParams(await request.text())];
  const fields = Object.fromEntries(sent);
  if (sent.length !== Object.keys(fields).length) turnAway(400);
  const { key, ...rest } = fields;
  // No database takes a NUL in a text, and nobody types one.
  if (sent.some(([, value]) => value.includes("\0"))) turnAway(400);
  if (!key || !/^[\x21-\x7e]{1,120}$/.test(key)) turnAway(400);
  const typed = Object.fromEntries(Object.entries(rest).filter(([name]) => !isSecret(name)));
  const parsed = z.strictObject(shape).safeParse(rest);
  if (parsed.success) return { ok: true, key, form: parsed.data as z.infer<z.ZodObject<S>>, typed };
  if (parsed.error.issues.some((issue) => isNoForm(issue, rest))) turnAway(400);
  const language = spokenIn(request);
  const said = parsed.error.issues.map((issue) => [String(issue.path[0]), sentenceOf(issue, language)]);
  return { ok: false, fields: Object.fromEntries(said), typed, language };
}

/** A line or more of text of at most `most` characters. */
export const text = (most: number) => z.string().max(most);
/** A ticked box. */
export const tick = () =>
  z
    .literal("on")
    .optional()
    .transform((on) => on === "on");

/** The idempotency key of a form, with a keyed digest of who sent what. */
export function keyed(door: Door, visitor: Visitor, key: string, form: unknown): Keyed {
  const sent = canonicalize({ actor: visitor.actor.id, form: JSON.parse(JSON.stringify(form)) });
  return { key, digest: door.secrets.lookup("request", sent ?? "").toString("hex") };
}

/** The same for a form that a page may send again with something else in it, as going back and searching anew does. */
export function keyedByContent(door: Door, visitor: Visitor, key: string, form: unknown): Keyed {
  const made = keyed(door, visitor, key, form);
  return { ...made, key: `${key}.${made.digest.slice(0, 16)}` };
}

/** What a page shows at one of its forms, as the action's data. */
export const problem = (status: number, what: Problem, headers?: HeadersInit) =>
  json({ problem: what }, { status, headers });

/** The problem of a form that could not be read. */
export const unread = (form: string, read: { fields: Record<string, string>; typed: Typed; language?: Language }) =>
  problem(422, {
    form,
    sentence: formWords[read.language ?? "en"].unread,
    fields: read.fields,
    typed: read.typed,
  });

/** The problem of a form that was refused, in words, with what was typed. */
export function refused(form: string, reason: string, more: { command?: string; typed?: Typed; field?: string } = {}) {
  const sentence = refusal(reason, more.command);
  const fields = more.field ? { [more.field]: sentence } : undefined;
  const saying = refusalSaying(reason, more.command) ?? undefined;
  return problem(statusOf(reason), { form, sentence, fields, typed: more.typed, saying });
}

/** The problem of a public form that was refused: plain words that teach nobody what exists. */
export function portalRefused(
  { language }: Pick<Context, "language">,
  form: string,
  reason: string,
  more: { typed?: Typed; field?: string } = {},
) {
  const sentence = portalRefusal(language, reason);
  const fields = more.field ? { [more.field]: sentence } : undefined;
  return problem(statusOf(reason), { form, sentence, fields, typed: more.typed });
}

/** Goes on by GET, to a path of this site. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(path)) throw new Error("A redirect leads to a path of this site.");
  const headers = new Headers({ Location: path });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** Answers a form with what came of it: on to `to`, or the refusal at the form. */
export function replyTo(
  outcome: Pick<Outcome, "refused">,
  then: { form: string; to: string; command?: string; typed?: Typed; field?: string },
) {
  return outcome.refused === null ? seeOther(then.to) : refused(then.form, outcome.refused, then);
}

/** Does a form's work; a key that came before with other content, or too many passwords that wait, is a problem of the form. */
export const acting = <T>(form: string, work: () => Promise<T>) => actingIn({ language: "en" }, form, work);

/** The same for a form of the public side, in the language of its page. */
export async function actingIn<T>(
  context: Pick<Context, "language">,
  form: string,
  work: () => Promise<T>,
): Promise<T | ReturnType<typeof portalRefused>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KeyReused) return portalRefused(context, form, "key-reused");
    if (error instanceof TooBusy) return portalRefused(context, form, "too-busy");
    throw error;
  }
}

/** A short text as a file to keep. */
export const fileOf = (text: string, name: string): Response =>
  new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });

/** Ends a request with the error page of this status. */
export function turnAway(status: number): never {
  throw new Response(null, { status });
}

const isSecret = (name: string): boolean => /^(password|repeat|present|code|answer-.*)$/.test(name);

/** A form of ours cannot be like this: somebody made it. */
function isNoForm(issue: z.core.$ZodIssue, sent: Typed): boolean {
  return issue.code === "unrecognized_keys" || issue.path.length === 0 || !Object.hasOwn(sent, String(issue.path[0]));
}

function sentenceOf(issue: z.core.$ZodIssue, language: Language): string {
  const words = formWords[language];
  if (issue.code === "too_big") return words.tooLong(Number(issue.maximum));
  return issue.code === "too_small" ? words.needed : words.notOffered;
}

/** The language of the page that sends this form, as the door put it down (web.server.ts). */
function spokenIn(request: Request): Language {
  const language = request.headers.get(languageHeader);
  return isLanguage(language) ? language : "en";
}
