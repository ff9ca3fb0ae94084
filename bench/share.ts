/** The value below which this share of the times lies, in milliseconds, rounded to so many parts of one. */
export function share(times: readonly number[], of: number, parts = 10): number {
  const sorted = [...times].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0;
  return Math.round(value * parts) / parts;
}
