import { type Instant, isoOf } from "domain/time";
import { cx } from "./cx";
import { useLanguage } from "./language";
import { leftWords, nearestForm, shortLength, type TimeForm, timeWords } from "./words/clock";

interface WhenProps {
  at: Instant;
  /** IANA name of the reader's zone; the page shows it once. */
  zone: string;
  /** Without it `now` picks the shortest form that cannot be mistaken. */
  form?: TimeForm;
  now?: Instant;
  className?: string;
}

/** A point in time in the reader's zone, with UTC on hover. */
export function When({ at, zone, form, now, className }: WhenProps) {
  const language = useLanguage();
  const chosen = form ?? nearestForm(at, now ?? at, zone);
  return (
    <time dateTime={isoOf(at)} title={utcOf(at)} className={cx("whitespace-nowrap", className)}>
      {timeWords(at, zone, chosen, language)}
    </time>
  );
}

/** How long ago something began: "3 h 12". */
export function Age({ since, now, className }: { since: Instant; now: Instant; className?: string }) {
  return (
    <time dateTime={isoOf(since)} title={utcOf(since)} className={cx("whitespace-nowrap", className)}>
      {shortLength(Math.max(0, now - since))}
    </time>
  );
}

/** What is left until a target, or by how much it is missed; missed is bold and red as well as said. */
export function Left({ until, now, className }: { until: Instant; now: Instant; className?: string }) {
  return (
    <time
      dateTime={isoOf(until)}
      title={utcOf(until)}
      className={cx("whitespace-nowrap", until < now && "font-semibold text-bad", className)}
    >
      {leftWords(until, now)}
    </time>
  );
}

const utcOf = (at: Instant): string => `UTC ${isoOf(at).slice(0, 19).replace("T", " ")}`;
