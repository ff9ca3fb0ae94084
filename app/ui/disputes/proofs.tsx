import type { DisputeView } from "domain/view-dispute";
import { Section } from "../page";
import { Tag } from "../tag";
import { When } from "../time";
import { disputeWords as words } from "../words/disputes";

/** What who objected gave to prove ownership, whether that is enough, and how long is left. */
export function Proofs({ dispute, zone }: { dispute: DisputeView; zone: string }) {
  const { proofs, oddTries, objection } = dispute;
  if (!objection) return null;
  return (
    <Section title={words.proof} id="proof" aside={<Standing objection={objection} />}>
      {proofs.length === 0 && objection.provedAt === null ? <p className="text-ink-2">{words.nothingGiven}</p> : null}
      {proofs.length === 0 && objection.provedAt !== null ? <p>{words.bySignIn}</p> : null}
      <ul className="flex flex-col gap-1.5">
        {proofs.map((p) => (
          <li key={`${p.what} ${p.at}`} className="flex flex-wrap gap-x-3 rounded-lg bg-wash px-3.5 py-2.5">
            <span className="min-w-40 flex-1">
              {words.given[p.what]}
              {p.right === null ? "" : `, ${words.right(p.right)}`}
              {p.fresh || objection.provedAt !== null ? "" : ` · ${words.expired}`}
            </span>
            <span className="text-ink-2">
              {words.givenOn} <When at={p.at} zone={zone} form="full" />
            </span>
          </li>
        ))}
      </ul>
      {oddTries > 0 ? <p className="mt-2 text-ink-2">{words.odd(oddTries)}.</p> : null}
      {objection.provedAt === null ? (
        <p className="mt-2 text-ink-2">
          {words.until} <When at={objection.proveBy} zone={zone} form="full" />
        </p>
      ) : null}
    </Section>
  );
}

function Standing({ objection }: { objection: NonNullable<DisputeView["objection"]> }) {
  if (objection.provedAt !== null) return <Tag tone="good">{words.proved}</Tag>;
  return objection.leftMs > 0 ? (
    <Tag tone="wait">{`${words.notYet} · ${words.left(objection.leftMs)}`}</Tag>
  ) : (
    <Tag tone="warn">{`${words.notProved} · ${words.over}`}</Tag>
  );
}
