import type { TicketView } from "domain/view";
import { Notice } from "../notice";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { glassWords as words } from "../words/glass";

/** That a ticket is read by break-glass, and until when. */
export function ThroughGlass({ t, desk }: { t: TicketView; desk: Desk }) {
  if (!t.glass) return null;
  return (
    <Notice
      tone="bad"
      title={
        <>
          {words.through} <When at={t.glass.until} now={desk.now} zone={desk.zone} />.
        </>
      }
    >
      <p>
        {words.throughMeans}{" "}
        <a href="/glass" className="font-medium underline">
          {words.title}
        </a>
      </p>
    </Notice>
  );
}
