const dots = "•••";
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
// Two digits say nothing of a number this long; of a shorter one they would say too much.
const leastDigitsShown = 6;
// Longer than any written character: a heap of combining marks ends here.
const longestGrapheme = 16;

/** A name as staff may see it, `J••• M•••`: the first grapheme of each of its first three words. */
export function maskName(name: string): string {
  const words = name
    .split(/\p{White_Space}+/u)
    .map(firstGrapheme)
    .filter((first) => first !== "")
    .slice(0, 3);
  return words.length === 0 ? dots : words.map((first) => first + dots).join(" ");
}

/** An address as staff may see it, `j•••@b•••.example`: of the domain all but its first label stays. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  if (at < 0) return firstGrapheme(address) + dots;
  const [label = "", ...rest] = address.slice(at + 1).split(".");
  const domain = [firstGrapheme(label) + dots, ...rest.map(withoutInvisible)].join(".");
  return `${firstGrapheme(address.slice(0, at))}${dots}@${domain}`;
}

/** A phone number as staff may see it, `•••• 42`: its last two digits, or none of a number under six digits. */
export function maskPhone(phone: string): string {
  const digits = phone.match(/\p{Nd}/gu) ?? [];
  return digits.length < leastDigitsShown ? "••••" : `•••• ${digits.slice(-2).join("")}`;
}

/** A contact of either kind as staff may see it. */
export function maskContact(kind: "email" | "phone", value: string): string {
  return kind === "email" ? maskEmail(value) : maskPhone(value);
}

function firstGrapheme(text: string): string {
  // Two characters of plain ASCII never make one grapheme, and none of these is invisible.
  if (/^[\x20-\x7e]{2}/.test(text)) return text.charAt(0);
  const [first] = graphemes.segment(withoutInvisible(text).replace(/^[\p{M}\p{Default_Ignorable_Code_Point}]+/u, ""));
  return first ? [...first.segment].slice(0, longestGrapheme).join("") : "";
}

/** The text in NFC without control, bidi and format characters; joiners stay, for scripts and emoji are built with them. */
function withoutInvisible(text: string): string {
  return text.normalize("NFC").replace(/[\p{Cc}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu, "");
}
