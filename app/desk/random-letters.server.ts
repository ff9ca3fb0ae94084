import { randomBytes } from "node:crypto";

/** So many letters drawn from an alphabet of at most 256, each as likely as any other. */
export const randomLetters = (alphabet: string, n: number): string =>
  Array.from({ length: n }, () => alphabet[randomBelow(alphabet.length)]).join("");

/** A number below `n` without bias: bytes above the last whole multiple are drawn again. */
function randomBelow(n: number): number {
  for (;;) {
    const byte = randomBytes(1)[0] ?? 255;
    if (byte < 256 - (256 % n)) return byte % n;
  }
}
