import { asciiDigits } from "./digits";

/** A text in plain letters; its character `n` stands for the characters `from[n]` up to, not including, `to[n]` of the original. */
export type PlainText = { plain: string; from: number[]; to: number[] };

/** A text as patterns can read it: NFKC, upper-case, ASCII digits, `-` for any dash, `' '` or `'\n'` for any white space, nothing of zero width. */
export function plainText(original: string): PlainText {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const c of original) {
    const plain = c <= "\x7f" ? plainAscii(c) : plainOther(c);
    for (let n = 0; n < plain.length; n++) {
      from.push(at);
      to.push(at + c.length);
    }
    parts.push(plain);
    at += c.length;
  }
  return { plain: parts.join(""), from, to };
}

function plainAscii(c: string): string {
  if (c === "\t") return " ";
  return c >= "\n" && c <= "\r" ? "\n" : c.toUpperCase();
}

function plainOther(c: string): string {
  if (/\p{Default_Ignorable_Code_Point}/u.test(c)) return "";
  if (/\p{White_Space}/u.test(c)) return /\p{Zs}/u.test(c) ? " " : "\n";
  if (/[\p{Pd}\u2212]/u.test(c)) return "-";
  return asciiDigits(c.normalize("NFKC")).toUpperCase();
}
