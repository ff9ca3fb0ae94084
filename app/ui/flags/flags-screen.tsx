import type { FlaggedAccount, FlagLine, FlagsPage } from "domain/view-flags";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../button";
import { OneOf } from "../choice";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { Notice, ProblemNotice } from "../notice";
import { Empty, PageTop } from "../page";
import { fieldOf, type Problem, problemOf } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { flagsWords as words } from "../words/flags";
import { flagWords, ticketName } from "../words/labels";

const staff = words.appeal;

interface FlagsScreenProps extends Pick<FlagsPage, "rows" | "next"> {
  desk: Desk;
  /** It does not begin with what has waited longest. */
  further: boolean;
  done: string | null;
  problem: Problem | null;
  demo?: ReactNode;
}

/** What looked wrong and no supervisor has looked at, the longest waiting first. */
export function FlagsScreen({ desk, rows, next, further, done, problem, demo }: FlagsScreenProps) {
  return (
    <DeskShell desk={desk} place="flags" demo={demo}>
      <PageTop title={words.title} />
      <div className="flex w-full max-w-doc flex-col gap-5 px-4 py-5 lg:px-6">
        <p className="text-ink-2">{words.what}</p>
        {done === "flag" ? (
          <Notice tone="good" role="status">
            <p>{words.done}</p>
          </Notice>
        ) : null}
        {rows.length === 0 ? (
          <Empty title={words.empty.title}>
            <p>{words.empty.body}</p>
          </Empty>
        ) : (
          rows.map((row) => <AccountFlags key={row.account} row={row} desk={desk} problem={problem} />)
        )}
        <nav aria-label={words.pages} className="flex gap-4">
          {further ? <PageLink href="/flags">{words.first}</PageLink> : null}
          {next ? <PageLink href={`/flags?${new URLSearchParams({ after: next })}`}>{words.next}</PageLink> : null}
        </nav>
      </div>
    </DeskShell>
  );
}

const PageLink = ({ href, children }: { href: string; children: string }) => (
  <a href={href} className="rounded text-accent underline underline-offset-4">
    {children}
  </a>
);

function AccountFlags({ row, desk, problem }: { row: FlaggedAccount; desk: Desk; problem: Problem | null }) {
  const id = `account-${row.account}`;
  return (
    <section aria-labelledby={id} className="border-t border-line pt-4">
      <h2 id={id} className="mb-3 font-medium">
        {words.account} <bdi>{row.holder}</bdi>
      </h2>
      <ul className="flex flex-col gap-4">
        {row.flags.map((flag) => (
          <li key={flag.seq}>
            <fieldset aria-labelledby={`text-${flag.seq}`} className="flex min-w-0 flex-col gap-3">
              <FlagText flag={flag} desk={desk} />
              {flag.appeal === undefined ? null : <Said words={flag.appeal} />}
              <LookForm account={row.account} flag={flag} desk={desk} problem={problem} />
            </fieldset>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FlagText({ flag, desk }: { flag: FlagLine; desk: Desk }) {
  const { lead, rest } = flagWords[flag.flag];
  return (
    <div className="flex gap-3 rounded-lg bg-warn-wash px-3.5 py-2.5">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
      <p id={`text-${flag.seq}`} className="min-w-0 flex-1">
        <b className="font-semibold">{lead}</b> {rest}{" "}
        {flag.about === null ? null : (
          <>
            {words.about} <bdi>{flag.about}</bdi>.{" "}
          </>
        )}
        {flag.ticket === null ? null : <FlagTicket ticket={flag.ticket} />}
      </p>
      <When at={flag.at} now={desk.now} zone={desk.zone} className="text-ink-2" />
    </div>
  );
}

/** The way to the ticket it came up in: to its page, or to asking for it. */
function FlagTicket({ ticket: { number, mayOpen } }: { ticket: NonNullable<FlagLine["ticket"]> }) {
  const name = ticketName(number);
  return (
    <span className="text-ink-2">
      {words.in}{" "}
      <span className="whitespace-nowrap">
        {mayOpen ? <PageLink href={`/tickets/${number}`}>{name}</PageLink> : name}.
      </span>
      {mayOpen ? null : (
        <>
          {" "}
          <PageLink href={`/glass?ticket=${number}`}>{words.ask(name)}</PageLink>.
        </>
      )}
    </span>
  );
}

/** What a requester wrote about a rejection. */
function Said({ words: said }: { words: string | null }) {
  return (
    <div>
      <p className="text-ink-2">{staff.said}</p>
      <p className="whitespace-pre-line">
        <bdi>{said ?? staff.gone}</bdi>
      </p>
    </div>
  );
}

const answers = [
  { value: "stands", label: staff.stands },
  { value: "ask-again", label: staff["ask-again"] },
];

interface LookFormProps {
  account: string;
  flag: FlagLine;
  desk: Desk;
  problem: Problem | null;
}

function LookForm({ account, flag, desk, problem }: LookFormProps) {
  const form = `flag-${flag.seq}`;
  const mine = problemOf(problem, form);
  const idOf = (field: string) => `${form}-${field}`;
  return (
    <form method="post" action={`/flags/${flag.seq}/review`}>
      <FormKey formKey={desk.formKey} form={form} />
      <input type="hidden" name="account" value={account} />
      <ProblemNotice problem={mine} idOf={idOf} />
      {flag.appeal === undefined ? null : (
        <OneOf legend={staff.answer} name="answer" choices={answers} problem={mine} />
      )}
      <TextField
        id={idOf("note")}
        name="note"
        label={words.note}
        hint={words.noteHint}
        required
        autoComplete="off"
        maxLength={500}
        beside={<Button className="whitespace-nowrap">{words.button}</Button>}
        {...fieldOf(mine, "note")}
      />
    </form>
  );
}
