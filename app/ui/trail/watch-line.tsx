import { minutes } from "domain/time";
import type { WatchView } from "domain/view";
import { CircleAlert, CircleCheck, Clock } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { agoWords, watchWords as words } from "../words/watch";

interface WatchLineProps {
  watch: WatchView;
  now: number;
  zone: string;
  /** The trail's page may be opened by this reader. */
  mayOpen?: boolean;
}

/** A worker that was not seen for this long checks nothing. */
const staleAfterMs = minutes(5);
/** So many entries behind are told; fewer are just the newest. */
const manyBehind = 500;

/** How far the desk's own check of its trail is, in one line; red, with the first bad entry, where it found one. */
export function WatchLine({ watch, now, zone, mayOpen = false }: WatchLineProps) {
  const stale = watch.seenAt !== null && now - watch.seenAt > staleAfterMs;
  const look = watch.problem ? looks.bad : stale || !watch.verified ? looks.wait : looks.good;
  const { icon: Icon, tone } = look;
  return (
    <section aria-label={words.by} className="flex gap-2.5 border-b border-line px-4 py-2.5 lg:px-6">
      <Icon aria-hidden="true" className={cx("mt-0.5 size-4 shrink-0", tone)} />
      <div className="min-w-0">
        {watch.problem ? (
          <Bad problem={watch.problem} {...{ now, zone, mayOpen }} />
        ) : (
          <p>
            <Verified watch={watch} now={now} zone={zone} />
          </p>
        )}
        {stale && watch.seenAt !== null ? (
          <p className="font-medium text-warn">{words.stale(agoWords(watch.seenAt, now))}</p>
        ) : null}
        <p className="text-ink-3">
          {words.limit}{" "}
          <a href="/verify" className="font-medium text-accent underline">
            {words.limitLink}
          </a>
          {words.limitRest}
        </p>
      </div>
    </section>
  );
}

const looks = {
  good: { icon: CircleCheck, tone: "text-good" },
  wait: { icon: Clock, tone: "text-wait" },
  bad: { icon: CircleAlert, tone: "text-bad" },
} as const;

function Verified({ watch, now, zone }: { watch: WatchView; now: number; zone: string }) {
  const { verified, goneOver, full, size } = watch;
  if (!verified || verified.size === 0) return <>{words.none}</>;
  const behind = size - verified.size;
  const parts: [string, ReactNode][] = [
    ["by", words.by],
    ...(behind >= manyBehind ? [["behind", words.behind(behind)] as [string, ReactNode]] : []),
    ["over", goneOver ? <Since key="over" words={words.goneOver} at={goneOver.at} now={now} /> : words.notGoneOver],
    [
      "full",
      full ? (
        <>
          {words.full} <When at={full.at} now={now} zone={zone} />
        </>
      ) : (
        words.noFull
      ),
    ],
  ];
  return (
    <>
      <span className="font-medium">{words.verified(verified.size)}</span>,{" "}
      <Since at={verified.at} now={now} words="" />
      {parts.map(([key, part], i) => (
        <span key={key} className="text-ink-2">
          {i === 0 ? ", " : " · "}
          {part}
        </span>
      ))}
    </>
  );
}

function Since({ at, now, words: before }: { at: number; now: number; words: string }) {
  return (
    <>
      {before ? `${before} ` : ""}
      <time
        dateTime={new Date(at).toISOString()}
        title={`UTC ${new Date(at).toISOString().slice(0, 19).replace("T", " ")}`}
      >
        {agoWords(at, now)}
      </time>
    </>
  );
}

type Problem = NonNullable<WatchView["problem"]>;

function Bad({ problem, now, zone, mayOpen }: { problem: Problem; now: number; zone: string; mayOpen: boolean }) {
  return (
    <div className="mb-1">
      <p className="font-semibold text-bad">{words.bad[problem.check]}</p>
      <p className="[overflow-wrap:anywhere]">
        {problem.sentence} {words.found} <When at={problem.at} now={now} zone={zone} />.{" "}
        {problem.seq !== null && mayOpen ? (
          <a href={`/trail/${problem.seq}`} className="font-medium text-accent underline">
            {words.badEntry(problem.seq)}
          </a>
        ) : null}
      </p>
      <p>{words.badMeans}</p>
    </div>
  );
}

/** A desk whose page shows the check itself: the warning that the check found something would say it a second time. */
export function besideWatch(desk: Desk, watch: WatchView): Desk {
  if (!watch.problem || !desk.alarms) return desk;
  return { ...desk, alarms: desk.alarms.filter((one) => one.alarm !== "doubt") };
}
