/** The text with every decimal digit of any script (Unicode category Nd) replaced by the ASCII digit of its value. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (c) => (isDigit(c) ? String(digitValue(c)) : c));
}

const isDigit = (c: string) => /^\p{Nd}$/u.test(c);

// Unicode keeps the digits of a script in a row, 0 to 9, and such rows may touch: so the value is the distance to
// the start of the run, modulo ten.
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let start = point;
  while (isDigit(String.fromCodePoint(start - 1))) start -= 1;
  return (point - start) % 10;
}
