import type { EvidenceLine } from "domain/view";
import { Tag } from "../tag";
import { capital } from "../words/amounts";
import { shortLength } from "../words/clock";
import { proven, provenWords } from "../words/packet";
import { type Part, Sheet, SheetRow } from "./part";

/** Each class of proof with what was given in it, and the new contact's confirmation, which proves nothing. */
export function Proven({ p }: Part) {
  const of = (...factors: EvidenceLine["factor"][]) => p.proven.filter((e) => factors.includes(e.factor));
  return (
    <Sheet
      title={proven.title}
      aside={<span className="tabular-nums text-ink-2">{proven.points(p.points, p.pointsNeeded)}</span>}
    >
      <p className="mb-1 text-ink-3">{proven.pointsHow(p.pointsNeeded)}</p>
      <dl>
        <ProofRow of="device" lines={of("serial", "photo")} />
        <ProofRow of="knowledge" lines={of("answers")} more={proven.right(p.answersRight)} />
        <ProofRow of="possession" lines={of("contact-code", "saved-code")} />
        {of("vouch").length > 0 ? <ProofRow of="vouch" lines={of("vouch")} /> : null}
        {of("purchase").length > 0 ? <ProofRow of="purchase" lines={of("purchase")} /> : null}
        <NewContactRow p={p} />
      </dl>
    </Sheet>
  );
}

type Kind = keyof typeof proven.without;

function ProofRow({ of, lines, more = "" }: { of: Kind; lines: EvidenceLine[]; more?: string }) {
  const name = proven[of];
  if (lines.length === 0) {
    return (
      <SheetRow name={name} end={<Tag>{proven.none}</Tag>}>
        <span className="text-ink-3">{capital(proven.without[of])}</span>
      </SheetRow>
    );
  }
  const fresh = lines.some((e) => e.fresh);
  return (
    <SheetRow name={name} end={<Tag tone={fresh ? "good" : "warn"}>{fresh ? proven.pass : proven.expired}</Tag>}>
      {capital(lines.map(provenWords).join("; "))}
      {more}
    </SheetRow>
  );
}

function NewContactRow({ p }: Pick<Part, "p">) {
  if (!p.sendTo || p.sendTo.proposedAt === null) return null;
  const { confirmedAt, proposedAt, mask } = p.sendTo;
  return (
    <SheetRow
      name={proven.newContact}
      end={<Tag tone={confirmedAt ? "good" : "warn"}>{confirmedAt ? proven.confirmed : proven.unconfirmed}</Tag>}
    >
      <bdi className="tabular-nums">{mask}</bdi>
      {confirmedAt ? <>, {proven.typedBack(shortLength(Math.max(0, confirmedAt - proposedAt)))}</> : null}
      <span className="block text-ink-3">{proven.newHow}</span>
    </SheetRow>
  );
}
