/** What went wrong with one posted form: shown at that form, with what was typed (never secrets). */
export interface Problem {
  /** The noun of the form, as in its hidden key: `serial`, `contact`, `approval`. */
  form: string;
  sentence: string;
  /** A sentence for each bad field, by field name; the first gets the focus. */
  fields?: Record<string, string>;
  typed?: Record<string, string>;
  /** What may be read aloud to a caller, and what they can do instead. */
  saying?: { say: string; instead: string };
}

/** The problem of this form, or null when the problem is another form's or there is none. */
export function problemOf(problem: Problem | null | undefined, form: string): Problem | null {
  return problem?.form === form ? problem : null;
}

/** The field whose sentence is the form's own, so that it need not be said a second time. */
export const saidOf = (problem: Problem | null): string | undefined =>
  Object.entries(problem?.fields ?? {}).find(([, sentence]) => sentence === problem?.sentence)?.[0];

/** What one field shows again after its form was refused, and whether it takes the focus. */
export function fieldOf(
  problem: Problem | null,
  name: string,
): { defaultValue?: string; error?: string; autoFocus?: true } {
  if (!problem) return {};
  const first = Object.keys(problem.fields ?? {})[0];
  return {
    defaultValue: problem.typed?.[name],
    error: problem.fields?.[name],
    ...(first === name ? { autoFocus: true as const } : {}),
  };
}
