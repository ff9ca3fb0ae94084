import type { PacketView } from "domain/view";
import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { Notice } from "../notice";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { StateTag, Tag } from "../tag";
import { refusal } from "../words";
import { approvals } from "../words/approvals";
import { decisions, packetLead, packetTitle, signing } from "../words/packet";
import { CaseTop } from "./case-top";
import { DecisionBar } from "./decision-bar";
import { mayApprove, mayEnd } from "./may-decide";
import { Odd } from "./odd";
import { People } from "./people";
import { Proven } from "./proven";
import { Signing } from "./signing";

export interface PacketScreenProps {
  desk: Desk;
  packet: PacketView;
  /** Where it stands among the approvals that wait, and the next one's ticket number. */
  place?: { nth: number; total: number; next: number | null } | null;
  problem?: Problem | null;
  demo?: ReactNode;
}

/** The packet as a document: what will happen, on what evidence, what is odd, who did what, and what is signed. */
export function PacketScreen({ desk, packet, place, problem = null, demo }: PacketScreenProps) {
  const part = { p: packet, zone: desk.zone };
  return (
    <DeskShell desk={desk} place="approvals" demo={demo}>
      <Head packet={packet} place={place ?? null} />
      <div className="mx-auto w-full max-w-doc px-4 pb-10 pt-7 lg:px-6">
        <h2 className="text-2xl font-semibold tracking-tight [overflow-wrap:anywhere]">{packetTitle(packet)}</h2>
        <p className="mb-5 mt-1.5 text-ink-2">{packetLead(packet)}</p>
        <Standing packet={packet} />
        <Proven {...part} />
        <Odd {...part} />
        <People {...part} />
        <Signing {...part} />
      </div>
      <DecisionBar desk={desk} packet={packet} problem={problem} />
    </DeskShell>
  );
}

function Head({ packet, place }: { packet: PacketView; place: PacketScreenProps["place"] }) {
  const reviewed = packet.state === "in_review";
  return (
    <CaseTop
      of={packet}
      standing={reviewed ? <Tag tone="wait">{nthOf(packet)}</Tag> : <StateTag state={packet.state} />}
    >
      <span className="tabular-nums text-ink-3">
        {place ? `${approvals.of(place.nth, place.total)}${reviewed ? " · " : ""}` : null}
        {reviewed ? signing.expires(packet.expiresAt - packet.now) : null}
      </span>
      {place?.next ? (
        <ButtonLink href={`/approvals/${place.next}`} hint="J">
          {approvals.next}
        </ButtonLink>
      ) : null}
    </CaseTop>
  );
}

const nthOf = (p: PacketView): string =>
  approvals.nth({
    given: p.approvals.length,
    needed: p.approvalsNeeded,
    lapsed: p.lapsed.length,
    mayApprove: mayApprove(p),
  });

/** Why this reader may not decide, and a first supervisor's wish to reject. */
function Standing({ packet }: { packet: PacketView }) {
  return (
    <div className="flex flex-col gap-3 empty:hidden [&>*:last-child]:mb-5">
      {packet.refusal && !mayApprove(packet) ? (
        <Notice tone="warn" title={mayEnd(packet) ? decisions.cannotApprove : decisions.cannot}>
          <p>{refusal(packet.refusal)}</p>
        </Notice>
      ) : null}
    </div>
  );
}
