import { isUndelivered } from "domain/delivery";
import type { PacketView } from "domain/view";
import { TriangleAlert } from "lucide-react";
import { When } from "../time";
import { oddCare, safetyKindWords } from "../words/care";
import { flagWords, longerWords, raiseWords } from "../words/labels";
import { odd } from "../words/packet";
import { type Part, Sheet } from "./part";

interface Oddity {
  lead: string;
  rest?: string;
  at?: number;
}

/** What does not fit the pattern: wrong tries, reasons for a long hold, notices that did not arrive. */
export function Odd({ p, zone }: Part) {
  const all = oddities(p);
  return (
    <Sheet title={odd.title}>
      {all.length === 0 ? (
        <p className="text-ink-2">{odd.nothing}</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {all.map((o) => (
            <li key={`${o.lead} ${o.at ?? ""}`} className="flex gap-3 rounded-lg bg-warn-wash px-3.5 py-2.5">
              <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
              <p className="min-w-0 flex-1">
                <b className="font-semibold">{o.lead}</b> {o.rest}
              </p>
              {o.at === undefined ? null : <When at={o.at} now={p.now} zone={zone} className="text-ink-2" />}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function oddities(p: PacketView): Oddity[] {
  const tries = p.odd.map((o) => ({ ...odd[o.kind], at: o.at }));
  const weak = p.weakAnswers ? [odd.weakAnswers] : [];
  const waits = p.longer.map((reason) => ({ lead: `${longerWords[reason]}.`, rest: odd.wait }));
  const raised = p.raised.map((reason) => ({ lead: `${raiseWords[reason]}.`, rest: odd.raised }));
  const flags = p.flags.map(({ flag, at, looked }) => ({
    lead: flagWords[flag].lead,
    rest: looked ? odd.looked : flagWords[flag].rest,
    at,
  }));
  const again =
    p.recoveries90d > 0 && !p.raised.includes("recovered-lately") ? [{ lead: odd.recoveries(p.recoveries90d) }] : [];
  const failed = p.notices.filter((n) => isUndelivered(n.state)).map((n) => ({ lead: odd.failed(n.mask) }));
  return [...careOddities(p), ...flags, ...raised, ...tries, ...weak, ...again, ...waits, ...failed];
}

/** Who was pressed, who is in danger, and who was on the line. */
function careOddities({ care }: PacketView): Oddity[] {
  const pressed = care.pressure.map((p) => ({ ...oddCare.pressed(p.byName, care.proofsUnderPressure), at: p.at }));
  const wrong = care.caller.wrong.map((at) => ({ ...oddCare.wrongNumber, at }));
  return [
    ...pressed,
    ...(care.safety ? [oddCare.safety(safetyKindWords[care.safety])] : []),
    ...(care.withheld > 0 ? [oddCare.withheld(care.withheld)] : []),
    ...wrong,
  ];
}
