/** Whether a place outside answered and would not take a checkpoint: it will not take it a moment later either, as when it knows only a key that was retired. */
export const isRefusedOutside = (problem: string | null): boolean => /^http-4\d\d$/.test(problem ?? "");
