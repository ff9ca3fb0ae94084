import type { Instant } from "domain/time";
import { Notice } from "../../notice";
import { When } from "../../time";
import { quarantineWords } from "../../words/proofs";

/** Until when nothing new is made after a recovery. */
export function Quarantine({ until, zone }: { until: Instant; zone: string }) {
  return (
    <Notice tone="wait" className="mt-4">
      {quarantineWords} <When at={until} zone={zone} form="date" />.
    </Notice>
  );
}
