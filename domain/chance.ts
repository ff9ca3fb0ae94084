/** Of `all` things `marked` are marked, and `drawn` of them are drawn without looking. */
export interface Drawing {
  all: number;
  marked: number;
  drawn: number;
}

/** How many marked ones these drawings hold on average. */
export const expectedIn = (drawings: readonly Drawing[]): number =>
  drawings.reduce((sum, d) => sum + (d.all === 0 ? 0 : (d.marked * d.drawn) / d.all), 0);

/**
 * The exact chance that independent drawings hold `seen` marked ones or more between them: the upper tail of a sum of
 * hypergeometric variables, which for one drawing is Fisher's exact test, one-sided (R. A. Fisher, 1934), and for several
 * the exact test of a common odds ratio over strata (J. J. Gart, 1970).
 */
export function chanceOfAtLeast(drawings: readonly Drawing[], seen: number): number {
  if (seen <= 0) return 1;
  const spread = drawings.filter((d) => d.marked > 0 && d.drawn > 0).reduce((all, d) => convolved(all, d), [1]);
  const tail = spread.slice(seen).reduceRight((sum, p) => sum + p, 0);
  return Math.min(1, tail);
}

/** Two independent chances as one, by Fisher's method: the tail of chi-squared with four degrees of freedom, in closed form. */
export function together(one: number, other: number): number {
  const product = one * other;
  return product <= 0 ? 0 : Math.min(1, product * (1 - Math.log(product)));
}

/** Chances corrected for how many were looked at (S. Holm, 1979): whoever is under α in these, by chance alone one or more is with at most α. */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const corrected = new Array<number>(chances.length).fill(1);
  let least = 0;
  for (const [rank, { p, i }] of order.entries()) {
    least = Math.max(least, Math.min(1, p * (chances.length - rank)));
    corrected[i] = least;
  }
  return corrected;
}

/** The middle of these numbers; of an even number of them half-way between the two in the middle, of none zero. */
export function median(numbers: readonly number[]): number {
  const sorted = ascending(numbers);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** The smallest of these numbers that so large a share of them does not exceed (nearest rank); zero of none. */
export const quantile = (numbers: readonly number[], share: number): number =>
  ascending(numbers)[Math.max(0, Math.ceil(share * numbers.length) - 1)] ?? 0;

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

function convolved(before: readonly number[], d: Drawing): number[] {
  const one = hypergeometric(d);
  const after = new Array<number>(before.length + one.length - 1).fill(0);
  for (const [i, p] of before.entries()) for (const [j, q] of one.entries()) after[i + j] = (after[i + j] ?? 0) + p * q;
  return after;
}

/** The chance of 0, 1, 2 … marked ones in a drawing. */
function hypergeometric({ all, marked, drawn }: Drawing): number[] {
  const least = Math.max(0, drawn + marked - all);
  const whole = logChoose(all, drawn);
  return Array.from({ length: Math.min(marked, drawn) + 1 }, (_, k) =>
    k < least ? 0 : Math.exp(logChoose(marked, k) + logChoose(all - marked, drawn - k) - whole),
  );
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

// ln 0!, ln 1!, ln 2! …: as far as anyone has asked.
const logFactorials = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i += 1) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  return logFactorials[n] ?? 0;
}
