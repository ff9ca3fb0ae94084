import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { days } from "domain/time";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { eventLabel, eventSentence, refusal, sayAloud } from "./words";
import { commandWords } from "./words/commands";
import { eventLabels } from "./words/event-labels";
import { families, refusals, unknownRefusal } from "./words/refusals";
import { holdWords } from "./words/ticket";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sources = ["domain", "app/desk", "app/routes", "app"].flatMap(filesOf);
const said = sources.flatMap(saidIn);
const reasons = [...new Set(said.map((s) => s.reason).filter((reason) => reason !== null))].sort();
const commands = [...new Set(said.map((s) => s.command).filter((command) => command !== null))].sort();
const eventTypes = sources.flatMap((file) => (file.fileName === "domain/event.ts" ? membersOf(file, "EventData") : []));

describe("refusals", () => {
  test("are found in the rules at all", () => {
    expect(reasons.length).toBeGreaterThan(60);
    expect(reasons).toEqual(expect.arrayContaining(["own-case", "locked", "grant-expired", "no-such-contact-on-file"]));
  });

  test.each(reasons)("the reason %s has its sentence", (reason) => {
    expect(Object.keys(refusals)).toContain(reason);
    expect(refusal(reason)).toMatch(/^[A-Z0-9].*\.$/);
  });

  test("no reason has two sentences, of which one would never be said", () => {
    const told = families.flatMap((family) => Object.keys(family));
    expect(told.filter((reason, i) => told.indexOf(reason) !== i)).toEqual([]);
  });

  test("a reason that two commands have in common is told to each as what it is there", () => {
    expect(refusal("own-request", "glass.confirm")).toMatch(/^You asked for it/);
    expect(refusal("own-request", "vouch.give")).toMatch(/cannot vouch/);
    expect(refusal("already-linked", "staff.link")).toMatch(/noted as theirs/);
    expect(refusal("not-linked", "staff.unlink")).toMatch(/noted as theirs/);
    expect(refusal("ticket-disputed", "ticket.open")).not.toBe(refusal("ticket-disputed", "erasure.propose"));
  });

  test.each(commands)("the command %s can be told", (command) => {
    expect(Object.keys(commandWords)).toContain(command);
  });

  test("near, miss and wrong are told in one and the same sentence", () => {
    expect(new Set(["near", "miss", "wrong"].map((reason) => refusal(reason))).size).toBe(1);
    expect(new Set(["near", "miss", "wrong"].map((reason) => sayAloud(reason))).size).toBe(1);
  });

  test("a code that is wrong, used, expired or tried too often is told in one sentence", () => {
    const four = ["wrong-code", "no-such-code", "code-expired", "too-many-tries"];
    expect(new Set(four.map((reason) => refusal(reason) + sayAloud(reason))).size).toBe(1);
  });

  test("a failed sign-in of staff never says which part was wrong, nor whether the member exists", () => {
    const why = [
      "no-such-member",
      "wrong-password",
      "not-enrolled",
      "wrong-code",
      "code-used",
      "too-many-tries",
      "disabled",
      "already-enrolled",
    ];
    expect(new Set(why.map((reason) => refusal(reason, "staff.sign-in"))).size).toBe(1);
  });

  test("a failed sign-in of a holder says one thing, whatever failed", () => {
    const why = ["wrong-password", "account-frozen", "session-ended", "second-factor-needed", "too-many-tries"];
    expect(new Set(why.map((reason) => refusal(reason, "holder.sign-in"))).size).toBe(1);
  });

  test("what is read aloud names no check that failed", () => {
    const words = /\b(match|mismatch|almost|nearly|wrong answer|points|tier|score)\b/i;
    for (const { say } of Object.values(refusals)) expect(say ?? "").not.toMatch(words);
  });

  test("an unknown reason still gets a sentence", () => {
    expect(refusal("constructor")).toBe(unknownRefusal.staff);
  });
});

test("A hold is told as long as it is, or as its tier allows while nobody may know more", () => {
  const told = (least: number, most: number) => holdWords({ leastMs: days(least), mostMs: days(most) });
  expect([told(0, 0), told(1, 1), told(7, 7), told(3, 7)]).toEqual(["none", "24 hours", "7 days", "3 to 7 days"]);
});

describe("events", () => {
  test("are found in the catalogue at all", () => expect(eventTypes.length).toBeGreaterThan(60));

  test.each(eventTypes)("%s has a label and a sentence, even without facts", (type) => {
    expect(Object.keys(eventLabels)).toContain(type);
    expect(eventLabel(type)).toMatch(/^[A-Z][a-z -]+$/);
    const { lead, rest } = eventSentence({ type, who: "Ada Obi", facts: {} });
    expect(lead).toMatch(/^[A-Z0-9].*\.$/);
    expect(rest ?? "A.").toMatch(/^[A-Z0-9].*\.$/);
    expect(lead + rest).not.toMatch(/undefined|\[object|NaN| {2}/);
  });

  test("a serial that was near is told like one that was missed", () => {
    const told = (result: string) => eventSentence({ type: "serial.checked", who: "Ada", facts: { result } });
    expect(told("near")).toEqual(told("miss"));
  });

  test("answers are told as passed or not, never how many", () => {
    const told = (right: number) =>
      eventSentence({ type: "answers.checked", who: "Ada", facts: { passed: true, right } });
    expect(told(2)).toEqual(told(3));
  });
});

interface Said {
  reason: string | null;
  command: string | null;
}

function filesOf(folder: string): ts.SourceFile[] {
  return readdirSync(root + folder, { recursive: folder !== "app", encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
    .map((name) => ts.createSourceFile(name, readFileSync(root + name, "utf8"), ts.ScriptTarget.ES2022, true));
}

/** What may be said no with: the last word of refusing calls, what *Refusal and *Problem functions return, members of such types. */
function saidIn(file: ts.SourceFile): Said[] {
  const found: Said[] = [];
  const reasons = (texts: string[]) => found.push(...texts.map((reason) => ({ reason, command: null })));
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      found.push(...saidByCall(node, node.expression.text));
    if (ts.isPropertyAssignment(node) && /^refus(al|ed)$/.test(node.name.getText()))
      reasons(branchesOf(node.initializer));
    if (ts.isObjectLiteralExpression(node)) found.push(refusedData(node));
    if (ts.isTypeAliasDeclaration(node) && /(Refusal|Problem)$/.test(node.name.text)) reasons(literalsOf(node.type));
    if (ts.isFunctionDeclaration(node) && saysNo(node)) reasons(returnedBy(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Of refuse(…, command, reason) both; of refused(…, reason) and failed(reason) the reason; of decision(command, …) the command. */
function saidByCall(call: ts.CallExpression, name: string): Said[] {
  const plain = call.arguments.filter((a) => !ts.isObjectLiteralExpression(a));
  const [before, last] = plain.slice(-2).length === 2 ? plain.slice(-2) : [undefined, plain[0]];
  const reasons = last ? branchesOf(last).map((reason) => ({ reason, command: null })) : [];
  const command = (node: ts.Node | undefined) =>
    node && ts.isStringLiteral(node) ? [{ command: node.text, reason: null }] : [];
  if (name === "decision") return command(call.arguments[0]);
  if (name === "refuse" || name === "refuseInput") return [...reasons, ...command(before)];
  return /^(refused|failed|refuseSearch)$/.test(name) ? reasons : [];
}

function isWord(text: string): boolean {
  return /^[a-z]+(-[a-z]+)*$/.test(text);
}

function literalsOf(node: ts.TypeNode): string[] {
  const members = ts.isUnionTypeNode(node) ? [...node.types] : [node];
  return members.flatMap((m) => (ts.isLiteralTypeNode(m) && ts.isStringLiteral(m.literal) ? [m.literal.text] : []));
}

/** The words an expression may come to. */
function branchesOf(e: ts.Node): string[] {
  if (ts.isParenthesizedExpression(e)) return branchesOf(e.expression);
  if (ts.isConditionalExpression(e)) return [e.whenTrue, e.whenFalse].flatMap(branchesOf);
  if (ts.isBinaryExpression(e)) return branchesOf(e.right);
  return ts.isStringLiteral(e) && isWord(e.text) ? [e.text] : [];
}

/** A function that answers with a reason or null. */
function saysNo(node: ts.FunctionDeclaration): boolean {
  const named = /(Refusal|refusal|Problem)$|^(misfitOf|reviewAgain|problemOf)$/.test(node.name?.text ?? "");
  return named && /null/.test(node.type?.getText() ?? "");
}

function refusedData(node: ts.ObjectLiteralExpression): Said {
  const of = (name: string): string | null => {
    const found = node.properties.find((p) => ts.isPropertyAssignment(p) && p.name.getText() === name);
    return found && ts.isPropertyAssignment(found) && ts.isStringLiteral(found.initializer)
      ? found.initializer.text
      : null;
  };
  if (of("kind") === "refused") return { command: null, reason: of("reason") };
  return of("command") && of("reason")
    ? { command: of("command"), reason: of("reason") }
    : { command: null, reason: null };
}

function returnedBy(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isReturnStatement(inner) && inner.expression) found.push(...branchesOf(inner.expression));
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

function membersOf(file: ts.SourceFile, name: string): string[] {
  const found = file.statements.find(
    (s): s is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(s) && s.name.text === name,
  );
  return (found?.members ?? []).flatMap((m) =>
    m.name && (ts.isStringLiteral(m.name) || ts.isIdentifier(m.name)) ? [m.name.text] : [],
  );
}
