import type { DeskAlarm } from "domain/view";
import { Notice } from "../notice";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { glassReasons, glassWords as words } from "../words/glass";
import { Acknowledge } from "./acknowledge";

/** Tells an admin, on every page, that a ticket was opened by break-glass. */
export function GlassAlarm({ alarm, desk }: { alarm: Extract<DeskAlarm, { alarm: "glass" }>; desk: Desk }) {
  const { asker, confirmer, number, reason } = alarm;
  return (
    <Notice
      tone="bad"
      title={
        <>
          <bdi>{words.opened(asker, confirmer, number)}</bdi>, <When at={alarm.since} now={desk.now} zone={desk.zone} />
          .
        </>
      }
    >
      <p>
        {words.red}: {glassReasons[reason].toLowerCase()}.{" "}
        <a href="/glass" className="font-medium underline">
          {words.seen}
        </a>
      </p>
      <Acknowledge glass={alarm.glass} number={number} desk={desk} />
    </Notice>
  );
}
