import type { Instant } from "domain/time";
import { useWords } from "../../language";
import { Notice } from "../../notice";
import { When } from "../../time";
import { codesWords } from "../../words/portal-codes";

/** Until when nothing new is made after a recovery. */
export function Quarantine({ until, zone }: { until: Instant; zone: string }) {
  const words = useWords(codesWords);
  return (
    <Notice tone="wait" className="mt-4">
      {words.quarantine} <When at={until} zone={zone} form="date" />.
    </Notice>
  );
}
