import { isUndelivered } from "domain/delivery";
import type { PacketView } from "domain/view";
import { When } from "../time";
import { eventLabel } from "../words";
import { listWords } from "../words/amounts";
import { approvals } from "../words/approvals";
import { callerPacket } from "../words/care";
import { noticeWords } from "../words/labels";
import { people } from "../words/packet";
import { reasonWords } from "../words/reasons";
import { told } from "../words/ticket";
import { type Part, Sheet, SheetRow } from "./part";

/** Everyone with a hand in it, what they did and when; the old contacts; the signatures so far. */
export function People({ p, zone }: Part) {
  return (
    <Sheet title={people.title}>
      <dl>
        {p.people.map((who) => (
          <SheetRow
            key={`${who.name} ${who.from}`}
            name={
              <>
                <bdi>{who.name}</bdi>
                {who.role ? <span className="text-ink-3">, {who.role}</span> : null}
              </>
            }
            end={
              <>
                <When at={who.from} now={p.now} zone={zone} />–<When at={who.to} now={p.now} zone={zone} />
              </>
            }
          >
            {listWords(who.acts.map((act) => lowered(eventLabel(act))))}
          </SheetRow>
        ))}
        <SheetRow
          name={callerPacket.name}
          end={p.care.caller.matched === null ? null : <When at={p.care.caller.matched} now={p.now} zone={zone} />}
        >
          {p.care.caller.matched === null ? callerPacket.unmatched : callerPacket.matched}
        </SheetRow>
        <OldContacts p={p} />
        {p.approvals.map((a) => (
          <SheetRow
            key={`${a.byName} ${a.at}`}
            name={<bdi>{a.mine ? people.you : a.byName}</bdi>}
            end={<When at={a.at} now={p.now} zone={zone} />}
          >
            {people.approved}: {lowered(reasonWords(a.reason))}
          </SheetRow>
        ))}
        {p.lapsed.map((a) => (
          <SheetRow
            key={`${a.byName} ${a.at}`}
            name={<bdi>{a.mine ? people.you : a.byName}</bdi>}
            end={<When at={a.at} now={p.now} zone={zone} />}
          >
            {approvals.lapsed}
          </SheetRow>
        ))}
      </dl>
    </Sheet>
  );
}

function OldContacts({ p }: { p: PacketView }) {
  return (
    <SheetRow name={people.oldContacts} end={p.state === "disputed" ? null : people.noObjection}>
      {p.notices.length === 0 ? <span className="text-ink-3">{told.none}</span> : null}
      {p.notices.map((n) => (
        <span key={`${n.purpose} ${n.mask}`} className="block">
          <bdi className="tabular-nums">{n.mask}</bdi> {noticeWords[n.purpose]}:{" "}
          <span className={isUndelivered(n.state) ? "font-medium text-bad" : "text-ink-2"}>{told.states[n.state]}</span>
        </span>
      ))}
    </SheetRow>
  );
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
