import { asciiDigits } from "./digits";

/** The version of normaliseAnswer, stored beside each hash it led to. */
export const answerAlgorithm = 1;

const lettersNfcKeeps = new Map(
  Object.entries({ ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ħ: "h", ŧ: "t", ı: "i" }),
);
const keepsMarks = /^(?:\p{Nd}|(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}])\p{L})$/u;
const printableAscii = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const onlyHanKanaHangul = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]+$/u;

/** A security answer as it is compared (algorithm 1); empty if it holds no letter, mark or number. */
export function normaliseAnswer(text: string): string {
  // Of printable ASCII all the steps below come to this.
  if (printableAscii.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, "");
  const folded = text.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("ς", "σ");
  const plain = dropMarks(folded.normalize("NFD")).normalize("NFC");
  const latin = plain.replace(/[łøđðþæœħŧı]/g, (c) => lettersNfcKeeps.get(c) ?? c);
  return asciiDigits(latin)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
    .normalize("NFC");
}

/** The length of a normalised answer in graphemes, what a reader would call characters. */
export function answerLength(normalised: string): number {
  return printableAscii.test(normalised) ? normalised.length : [...graphemes.segment(normalised)].length;
}

/** Why a typed answer is refused: under 3 graphemes (2 in Han, Kana or Hangul) once normalised, or equal to its question. */
export function answerProblem(question: string, answer: string): "empty-or-short" | "equals-question" | null {
  const normalised = normaliseAnswer(answer);
  const least = onlyHanKanaHangul.test(normalised) ? 2 : 3;
  if (answerLength(normalised) < least) return "empty-or-short";
  return normalised === normaliseAnswer(question) ? "equals-question" : null;
}

/** True if two of the typed answers are the same once normalised; empty ones are the same as nothing. */
export function sameAnswers(typed: readonly string[]): boolean {
  const normalised = typed.map(normaliseAnswer).filter((answer) => answer !== "");
  return new Set(normalised).size < normalised.length;
}

// Marks stay where they tell words apart (Devanagari, Kana, Thai ...) and go where people leave them out.
function dropMarks(nfd: string): string {
  return nfd.replace(/(\P{M}?)\p{M}+/gu, (kept, base: string) => (keepsMarks.test(base) ? kept : base));
}
