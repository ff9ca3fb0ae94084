import { type ReportSpan, reportSpans } from "domain/figures";

/** The span that an address asks for; thirty days where it asks for none there is. */
export const spanIn = (asked: string | null): ReportSpan =>
  (Object.keys(reportSpans) as ReportSpan[]).find((span) => span === asked) ?? "30-days";
