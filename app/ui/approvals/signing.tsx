import { CopyButton } from "../copy";
import { Facts } from "../page";
import { When } from "../time";
import { signing } from "../words/packet";
import { type Part, Sheet } from "./part";

/** The hash that a signature covers, the policy it was judged by, and when this reader opened it. */
export function Signing({ p, zone }: Part) {
  const groups = p.hash.match(/.{1,4}/g) ?? [];
  return (
    <Sheet title={signing.title}>
      <Facts
        facts={[
          [
            signing.packet,
            <span key="hash" className="flex items-start gap-1">
              <code className="min-w-0 font-mono text-xs leading-5 text-ink-2">{groups.join(" ")}</code>
              <CopyButton text={p.hash} label={signing.hash} />
            </span>,
          ],
          [signing.policy, signing.policyOf(p.policy.id, p.policy.version)],
          [signing.round, String(p.round)],
          [signing.submitted, <When key="submitted" at={p.submittedAt} now={p.now} zone={zone} />],
          ...(p.openedAt === null
            ? []
            : [[signing.opened, <When key="opened" at={p.openedAt} now={p.now} zone={zone} />] as const]),
        ]}
      />
    </Sheet>
  );
}
