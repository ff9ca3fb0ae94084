/** The spans a report covers, in UTC days, today included. */
export const reportSpans = { today: 1, "7-days": 7, "30-days": 30, "90-days": 90 } as const;
export type ReportSpan = keyof typeof reportSpans;

/** The figures of a report, in the order it shows them. */
export const figureIds = ["backlog", "outcomes", "time-to-recover", "refusals", "factors", "pairs"] as const;
export type FigureId = (typeof figureIds)[number];

/** Of each kind of row, a report reads at most so many: the newest. */
export const mostRows = 5000;
