/** How hard a password seems to guess; `short` is below the least length. */
export type Strength = "empty" | "short" | "weak" | "fair" | "good";

/** From so many bits on a guesser has a hard time; a rough estimate that helps while one types and decides nothing. */
const bitsOf = { fair: 45, good: 60 } as const;

/** A rough estimate of a password, and how many characters it still lacks. */
export function strengthOf(password: string, least: number): { strength: Strength; missing: number } {
  const characters = [...password.normalize("NFKC")];
  const missing = Math.max(0, least - characters.length);
  if (characters.length === 0) return { strength: "empty", missing };
  if (missing > 0) return { strength: "short", missing };
  const bits = surprises(characters) * Math.log2(alphabetOf(characters));
  return { strength: bits >= bitsOf.good ? "good" : bits >= bitsOf.fair ? "fair" : "weak", missing };
}

/** Characters that do not follow from those before them: no repeats, no runs like abc or 123, no row of the keyboard, and nothing of a piece that was there already. */
function surprises(characters: string[]): number {
  const lower = characters.map((c) => c.toLowerCase());
  const plain = lower.filter((c, i) => !follows(lower[i - 1], c) && !isOld(lower, i)).length;
  return Math.max(1, Math.min(plain, new Set(lower).size * 2) - commonParts(lower.join("")));
}

const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"];

function follows(before: string | undefined, c: string): boolean {
  if (before === undefined) return false;
  const step = (c.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  return Math.abs(step) <= 1 || rows.some((row) => row.includes(before + c) || row.includes(c + before));
}

/** The three characters that end here stood before. */
function isOld(characters: string[], at: number): boolean {
  const piece = characters.slice(at - 2, at + 1).join("");
  return at >= 2 && characters.slice(0, at).join("").includes(piece);
}

/** What every guesser tries first is worth little more than one character. */
const commons = ["password", "passwort", "welcome", "letmein", "iloveyou", "dragon", "monkey", "admin", "login"];
const commonParts = (text: string): number =>
  commons.reduce((worth, word) => worth + (text.includes(word) ? word.length - 1 : 0), 0);

function alphabetOf(characters: string[]): number {
  const kinds: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[!-/:-@[-`{-~]/, 32],
    [/[^ -~]/, 60],
  ];
  const whole = characters.join("");
  return kinds.reduce((size, [kind, more]) => size + (kind.test(whole) ? more : 0), 0);
}
