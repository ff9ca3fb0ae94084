import type { TicketView } from "domain/view";
import type { ReactNode } from "react";
import { Notice, type Tone } from "../notice";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { AccountPanel } from "./account-panel";
import { ActCard } from "./act-card";
import { CallerPanel } from "./caller-panel";
import { CarePanel } from "./care-panel";
import { DirectoryNotice } from "./directory-notice";
import { NeedsPanel } from "./needs-panel";
import { Notes } from "./notes";
import { OtherWays } from "./other-ways";
import { Photos } from "./photos";
import { PressureNotice } from "./pressure-notice";
import { Purchases } from "./purchases";
import { Returned } from "./returned";
import { Revealed, RevealPanel, type ShownValue } from "./reveal-panel";
import { SafetyNotice, SetSafety } from "./safety-panel";
import { Steps } from "./steps";
import { Story } from "./story";
import { ThroughGlass } from "./through-glass";
import { TicketBar } from "./ticket-bar";
import { TicketHead } from "./ticket-head";
import { ToldPanel } from "./told-panel";
import { Withholding } from "./withholding";

export interface TicketScreenProps {
  desk: Desk;
  ticket: TicketView;
  /** Whom a supervisor may hand it to. */
  agents?: { id: string; name: string }[];
  /** What the last act brought, when it was no refusal; `say` is read aloud. */
  news?: { tone: Tone; sentence: string; say?: string | null } | null;
  problem?: Problem | null;
  /** The word that shows the requester who we are, once they are on the line. */
  word?: string | null;
  /** A value shown in clear, in this one answer. */
  revealed?: ShownValue | null;
  demo?: ReactNode;
}

/** One ticket: who is asking, what is proven, what is missing, what to do next. */
export function TicketScreen(props: TicketScreenProps) {
  const { desk, ticket, agents = [], news, problem = null, word = null, revealed = null, demo } = props;
  const part = { t: ticket, desk, problem };
  return (
    <DeskShell desk={desk} place="queue" demo={demo}>
      <TicketHead {...part} agents={agents} />
      <Steps t={ticket} />
      <div className="grid flex-1 xl:grid-cols-[minmax(0,1fr)_21.25rem] xl:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-5 px-4 pt-5 lg:px-6">
          {problem && isFormGone(problem, ticket) ? <Notice tone="bad" role="alert" title={problem.sentence} /> : null}
          {news ? (
            <Notice tone={news.tone} role="status" title={news.sentence}>
              {news.say ? <p>{news.say}</p> : null}
            </Notice>
          ) : null}
          <PressureNotice {...part} />
          <SafetyNotice {...part} />
          <ThroughGlass t={ticket} desk={desk} />
          <Revealed shown={revealed} />
          <Returned t={ticket} zone={desk.zone} />
          <DirectoryNotice t={ticket} zone={desk.zone} />
          <ActCard {...part} />
          <OtherWays {...part} />
        </div>
        <aside className="flex flex-col gap-6 border-line px-4 py-5 lg:px-6 xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:border-l xl:px-5">
          <CallerPanel {...part} word={word} />
          <NeedsPanel t={ticket} />
          <AccountPanel t={ticket} zone={desk.zone} />
          <ToldPanel t={ticket} />
          <Withholding {...part} />
          <RevealPanel {...part} />
          <CarePanel {...part} />
          <SetSafety {...part} />
        </aside>
        <div className="flex min-w-0 flex-col gap-7 px-4 pb-8 pt-7 lg:px-6">
          <Photos {...part} />
          <Purchases {...part} />
          <Notes {...part} />
          <Story t={ticket} zone={desk.zone} />
        </div>
      </div>
      <TicketBar {...part} />
    </DeskShell>
  );
}

/** A check that used the last try, or came after it or after a set that passed, has no form left on the page to stand at. */
const isFormGone = ({ form }: Problem, { may, triesLeft }: TicketView): boolean =>
  (form === "serial" && triesLeft.serial < 1) || (form === "answers" && (triesLeft.answers < 1 || !may.answers));
