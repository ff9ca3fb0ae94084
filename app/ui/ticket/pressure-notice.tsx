import { Notice } from "../notice";
import { When } from "../time";
import { pressureWords as words } from "../words/care";
import type { Part } from "./part";

/** What supervisors alone read: who was pressed on this ticket, and what to do. */
export function PressureNotice({ t, desk }: Part) {
  return t.care.pressure.map((p) => (
    <Notice key={p.at} tone="bad" title={words.title(p.byName)}>
      <p>
        <When at={p.at} now={t.now} zone={desk.zone} />. {p.open ? words.open : words.over}
      </p>
    </Notice>
  ));
}
