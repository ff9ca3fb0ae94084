import type { TicketView } from "domain/view";
import { Notice } from "../notice";
import { When } from "../time";
import { returnedTitle } from "../words/acts";
import { reasonWords } from "../words/reasons";

/** Why a supervisor sent it back, on top of everything until it is submitted again. */
export function Returned({ t, zone }: { t: TicketView; zone: string }) {
  if (!t.returned || t.state !== "verifying") return null;
  return (
    <Notice tone="warn" title={returnedTitle}>
      <p>
        {reasonWords(t.returned.reason)}. {t.returned.note ? <bdi>“{t.returned.note}”</bdi> : null}{" "}
        <When at={t.returned.at} now={t.now} zone={zone} className="text-ink-2" />
      </p>
    </Notice>
  );
}
