import type { DeskAlarm } from "domain/view";
import { GlassAlarm } from "../glass/glass-alarm";
import { Notice } from "../notice";
import { When } from "../time";
import { alarmWords as words } from "../words/watch";
import type { Desk } from "./desk";

/** What every page warns of: a trail that is doubted, and places outside that checkpoints do not reach. */
export function Alarms({ desk }: { desk: Desk }) {
  if (!desk.alarms || desk.alarms.length === 0) return null;
  return (
    <section aria-label={words.title} className="flex flex-col gap-2 px-4 pt-4 lg:px-6">
      {desk.alarms.map((alarm) => (
        <Alarm key={keyOf(alarm)} alarm={alarm} desk={desk} />
      ))}
    </section>
  );
}

function keyOf(alarm: DeskAlarm): string {
  if (alarm.alarm === "late") return alarm.place;
  if (alarm.alarm === "looks-wrong") return `approval-${alarm.approval}`;
  return alarm.alarm === "glass" ? alarm.glass : alarm.alarm;
}

function Alarm({ alarm, desk }: { alarm: DeskAlarm; desk: Desk }) {
  if (alarm.alarm === "glass") return <GlassAlarm alarm={alarm} desk={desk} />;
  const since = <When at={alarm.since} now={desk.now} zone={desk.zone} />;
  if (alarm.alarm === "late")
    return (
      <Notice
        tone="warn"
        title={
          <>
            <span className="[overflow-wrap:anywhere]">{words.late(alarm.place)}</span> {since}.
          </>
        }
      >
        <p>
          {words.lateMeans} <Look desk={desk} href="/checkpoints" />
        </p>
      </Notice>
    );
  if (alarm.alarm === "looks-wrong")
    return (
      <Notice
        tone="bad"
        title={
          <>
            {words.wrong} {since}.
          </>
        }
      >
        <p>
          {words.wrongMeans} <Look desk={desk} href={`/second-reviews/${alarm.approval}`} />
        </p>
      </Notice>
    );
  return (
    <Notice
      tone="bad"
      title={
        <>
          {words.doubt} {since}.
        </>
      }
    >
      <p>
        {alarm.seq === null ? null : `${words.doubtEntry(alarm.seq)} `}
        {words.doubtMeans}{" "}
        <a href="/verify" className="font-medium underline">
          {words.doubtLink}
        </a>
        . <Look desk={desk} href="/checkpoints" />
      </p>
    </Notice>
  );
}

/** A link, for those who may open it. */
function Look({ desk, href }: { desk: Desk; href: string }) {
  const { role } = desk.viewer;
  return role === "auditor" || role === "admin" ? (
    <a href={href} className="font-medium underline">
      {words.look}
    </a>
  ) : null;
}
