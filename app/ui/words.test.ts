import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { eventLabel, eventSentence, refusal, sayAloud } from "./words";
import { commandWords } from "./words/commands";
import { eventLabels } from "./words/event-labels";
import { refusals, unknownRefusal } from "./words/refusals";

const domain = fileURLToPath(new URL("../../domain/", import.meta.url));
const sources = readdirSync(domain, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => ts.createSourceFile(name, readFileSync(domain + name, "utf8"), ts.ScriptTarget.ES2022, true));
const said = sources.flatMap(saidIn);
const reasons = [...new Set(said.map((s) => s.reason).filter((reason) => reason !== null))].sort();
const commands = [...new Set(said.map((s) => s.command).filter((command) => command !== null))].sort();
const eventTypes = sources.flatMap((file) => (file.fileName === "event.ts" ? membersOf(file, "EventData") : []));

describe("refusals", () => {
  test("are found in the rules at all", () => {
    expect(reasons.length).toBeGreaterThan(60);
    expect(reasons).toEqual(expect.arrayContaining(["own-case", "locked", "grant-expired", "no-such-contact-on-file"]));
  });

  test.each(reasons)("the reason %s has its sentence", (reason) => {
    expect(Object.keys(refusals)).toContain(reason);
    expect(refusal(reason)).toMatch(/^[A-Z0-9].*\.$/);
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
    ];
    expect(new Set(why.map((reason) => refusal(reason, "staff.sign-in"))).size).toBe(1);
  });

  test("what is read aloud names no check that failed", () => {
    const words = /\b(match|mismatch|almost|nearly|wrong answer|points|tier|score)\b/i;
    for (const { say } of Object.values(refusals)) expect(say ?? "").not.toMatch(words);
  });

  test("an unknown reason still gets a sentence", () => {
    expect(refusal("constructor")).toBe(unknownRefusal.staff);
  });
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

/** What a rule may say no with: arguments of refused(), failed() and refuse(), what *Refusal and *Problem functions return, and members of such types. */
function saidIn(file: ts.SourceFile): Said[] {
  const found: Said[] = [];
  const reason = (text: string | null) => found.push({ reason: text, command: null });
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [first, second] = node.arguments.map(literalOf);
      if (node.expression.text === "refused" || node.expression.text === "failed") reason(first ?? null);
      if (node.expression.text === "refuse") found.push({ command: first ?? null, reason: second ?? null });
      if (node.expression.text === "decision") found.push({ command: first ?? null, reason: null });
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === "refusal") reason(literalOf(node.initializer));
    if (ts.isObjectLiteralExpression(node)) found.push(refusedData(node));
    if (ts.isTypeAliasDeclaration(node) && /(Refusal|Problem)$/.test(node.name.text)) {
      ts.forEachChild(
        node.type,
        (member) => void reason(ts.isLiteralTypeNode(member) ? literalOf(member.literal) : null),
      );
    }
    if (ts.isFunctionDeclaration(node) && saysNo(node)) returnedBy(node).forEach(reason);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function literalOf(node: ts.Node): string | null {
  return ts.isStringLiteral(node) ? node.text : null;
}

/** A function that answers with a reason or null. */
function saysNo(node: ts.FunctionDeclaration): boolean {
  const named = /(Refusal|refusal|Problem)$|^misfitOf$|^reviewAgain$/.test(node.name?.text ?? "");
  return named && /null/.test(node.type?.getText() ?? "");
}

function refusedData(node: ts.ObjectLiteralExpression): Said {
  const of = (name: string) =>
    node.properties.find((p): p is ts.PropertyAssignment => ts.isPropertyAssignment(p) && p.name.getText() === name);
  const [command, reason] = [of("command"), of("reason")];
  return command && reason
    ? { command: literalOf(command.initializer), reason: literalOf(reason.initializer) }
    : { command: null, reason: null };
}

function returnedBy(node: ts.Node): string[] {
  const found: string[] = [];
  const branches = (e: ts.Expression): void => {
    if (ts.isParenthesizedExpression(e)) branches(e.expression);
    else if (ts.isConditionalExpression(e)) [e.whenTrue, e.whenFalse].forEach(branches);
    else if (ts.isStringLiteral(e)) found.push(e.text);
  };
  const visit = (inner: ts.Node): void => {
    if (ts.isReturnStatement(inner) && inner.expression) branches(inner.expression);
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
