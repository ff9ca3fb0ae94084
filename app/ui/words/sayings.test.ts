import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { callerWordList, callerWordOf } from "./caller-words";
import { refusedOf } from "./refusals";
import { endSayings, needSayings, pressings, refusalSaying } from "./sayings";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const met = reasonsOfAgents();
/** What the desk finds before it asks a rule, with a caller on the line. */
const beforeRules = [
  "near",
  "miss",
  "wrong",
  "wrong-code",
  "not-a-code",
  "not-a-serial",
  "not-an-address",
  "not-a-phone-number",
  "not-a-photo",
  "photos-waiting",
  "nothing-typed",
  "wrong-caller-number",
  "not-a-caller-number",
  "no-such-account",
  "too-many-hits",
  "too-many-requests",
];
const said = [...new Set([...met, ...beforeRules, "not-your-role", "disabled", "no-such-ticket"])].sort();
/** How a check came out, or how the desk weighs it. */
const tells =
  /\b(match(es|ed)?|mismatch|wrong|incorrect|right answer|correct|fail(s|ed)?|near(ly)?|almost|points|tier|score|serial .*(not|isn't) on)\b/i;

describe("What an agent reads aloud", () => {
  it("is found in the rules at all", () => {
    expect(met.length).toBeGreaterThan(30);
    expect(met).toEqual(
      expect.arrayContaining([
        "locked",
        "policy-not-met",
        "account-frozen",
        "too-many-caller-numbers",
        "contact-is-lost",
      ]),
    );
  });

  it.each(said)("has a sentence for %s, with a way on, that tells no result", (reason) => {
    const saying = refusalSaying(reason);
    expect(saying?.say).toMatch(/^“[A-Z].*[.?]”$/);
    expect(saying?.instead).toMatch(/^“[A-Z].*\.”$/);
    expect(saying?.say).not.toMatch(tells);
    expect(saying?.instead).not.toMatch(tells);
  });

  it.each(Object.entries(needSayings))("says of the need %s what would help, and no result", (_need, saying) => {
    for (const sentence of [saying.say, saying.instead]) {
      expect(sentence).toMatch(/^“[A-Z].*\.”$/);
      expect(sentence).not.toMatch(tells);
    }
  });

  it("is the same for a serial that was near, one that missed, and answers that did not hold", () => {
    expect(new Set(["near", "miss", "wrong"].map((reason) => JSON.stringify(refusalSaying(reason)))).size).toBe(1);
  });

  it("says of a change of owner where this desk has it written to, and blames nobody", () => {
    expect(endSayings("0800 555 01")["change-of-owner"]).toContain("0800 555 01");
    for (const say of [...Object.values(endSayings("x")), ...pressings.map((p) => p.say)])
      expect(say).not.toMatch(tells);
  });

  it("is nothing where it is no caller's business", () => {
    expect(refusedOf("step-up-needed").say).toBeNull();
    expect(refusalSaying("step-up-needed")).toBeNull();
  });
});

describe("The words both sides say", () => {
  it("are some hundreds, plain and short, and no two alike but for a letter", () => {
    expect(callerWordList.length).toBeGreaterThan(200);
    expect(new Set(callerWordList).size).toBe(callerWordList.length);
    for (const word of callerWordList) expect(word).toMatch(/^[a-z]{4,8}$/);
    for (const [i, a] of callerWordList.entries())
      for (const b of callerWordList.slice(i + 1)) expect(isOneLetterApart(a, b), `${a} ${b}`).toBe(false);
  });

  it("are chosen by a number, however large", () => {
    expect(callerWordOf(0n)).toBe(callerWordList[0]);
    expect(callerWordList).toContain(callerWordOf(2n ** 64n - 1n));
  });
});

function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  const at = [...short].findIndex((letter, i) => letter !== long[i]);
  const from = at < 0 ? short.length : at;
  return short.slice(long.length === short.length ? from + 1 : from) === long.slice(from + 1);
}

/** Every reason that a decision open to agents may come to, with those of the functions it asks. */
function reasonsOfAgents(): string[] {
  const files = readdirSync(`${root}domain`)
    .filter((name) => name.endsWith(".ts") && !/test/.test(name))
    .map((name) =>
      ts.createSourceFile(name, readFileSync(`${root}domain/${name}`, "utf8"), ts.ScriptTarget.ES2022, true),
    );
  const asked = new Map<string, ts.Node>();
  const begun: ts.Node[] = [];
  for (const file of files)
    walk(file, (node) => {
      if (ts.isFunctionDeclaration(node) && node.name) asked.set(node.name.text, node);
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
        asked.set(node.name.text, node.initializer);
      if (isOfAgents(node)) begun.push(node);
    });
  const seen = new Set<ts.Node>();
  const found = new Set<string>();
  const visit = (start: ts.Node): void => {
    if (seen.has(start)) return;
    seen.add(start);
    walk(start, (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
      const name = node.expression.text;
      if (name === "refused") for (const reason of wordsIn(node)) found.add(reason);
      const next = asked.get(name);
      if (next && /([rR]efusal|Problem|registeredContact)$/.test(name)) {
        for (const reason of returnedBy(next)) found.add(reason);
        visit(next);
      }
    });
  };
  for (const node of begun) visit(node);
  return [...found].sort();
}

/** `decision("command", ["agent", …], body)`. */
function isOfAgents(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || node.expression.getText() !== "decision") return false;
  return /"agent"/.test(node.arguments[1]?.getText() ?? "");
}

function wordsIn(call: ts.CallExpression): string[] {
  const found: string[] = [];
  for (const argument of call.arguments)
    walk(argument, (node) => {
      if (ts.isStringLiteral(node) && /^[a-z]+(-[a-z]+)*$/.test(node.text)) found.push(node.text);
    });
  return found;
}

function returnedBy(node: ts.Node): string[] {
  const found: string[] = [];
  const take = (e: ts.Expression): void => {
    if (ts.isStringLiteral(e)) found.push(e.text);
    if (ts.isConditionalExpression(e)) [e.whenTrue, e.whenFalse].forEach(take);
    if (ts.isBinaryExpression(e)) take(e.right);
    if (ts.isParenthesizedExpression(e)) take(e.expression);
  };
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) take(node.body);
  walk(node, (inner) => {
    if (ts.isReturnStatement(inner) && inner.expression) take(inner.expression);
  });
  return found.filter((text) => /^[a-z]+(-[a-z]+)+$|^[a-z]+$/.test(text));
}

function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => walk(child, see));
}
