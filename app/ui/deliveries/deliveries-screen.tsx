import type { DeliveriesPage, DeliveriesView, DeliveryLine } from "domain/view-deliveries";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { Notice, ProblemNotice } from "../notice";
import { Empty, PageTop, Section } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { Tag } from "../tag";
import { When } from "../time";
import { templateWords, deliveriesWords as words } from "../words/deliveries";
import { Channels } from "./channels";
import { formOfMessage, RetryForm } from "./retry-form";

interface DeliveriesScreenProps {
  desk: Desk;
  page: DeliveriesPage;
  /** It is not the list's first page. */
  further: boolean;
  done: boolean;
  problem: Problem | null;
  demo?: ReactNode;
}

/** How messages go out by each channel, and those that did not arrive or wait long. */
export function DeliveriesScreen({ desk, page, further, done, problem, demo }: DeliveriesScreenProps) {
  // A message that is under way again stands in no list, and one of a later page not in this one.
  const isListed = page.lines.some((line) => formOfMessage(line.handle) === problem?.form);
  return (
    <DeskShell desk={desk} place="deliveries" demo={demo}>
      <PageTop title={words.title} />
      <div className="flex w-full max-w-doc flex-col gap-6 px-4 py-5 lg:px-6">
        <p className="text-ink-2">{words.what}</p>
        {done ? (
          <Notice tone="good" role="status">
            <p>{words.done}</p>
          </Notice>
        ) : null}
        {isListed ? null : <ProblemNotice problem={problem} />}
        <Channels channels={page.channels} desk={desk} />
        <Section title={words.views} id="messages">
          <Views view={page.view} />
          <Lines page={page} desk={desk} problem={problem} />
          <Pages page={page} further={further} />
        </Section>
      </div>
    </DeskShell>
  );
}

const views: readonly DeliveriesView[] = ["failed", "waiting"];

const Views = ({ view }: { view: DeliveriesView }) => (
  <nav aria-label={words.views} className="mb-2 flex gap-5">
    {views.map((one) => (
      <a
        key={one}
        href={`/deliveries?view=${one}`}
        aria-current={one === view ? "page" : undefined}
        className={cx(
          "rounded border-b-2 border-transparent py-1 text-ink-2 hover:text-ink",
          one === view && "border-accent font-medium text-ink",
        )}
      >
        {words.view[one]}
      </a>
    ))}
  </nav>
);

function Lines({ page, desk, problem }: Pick<DeliveriesScreenProps, "page" | "desk" | "problem">) {
  const { title, body } = words.empty[page.view];
  if (page.lines.length === 0)
    return (
      <Empty title={title}>
        <p>{body}</p>
      </Empty>
    );
  return (
    <ul className="border-t border-line">
      {page.lines.map((line) => (
        <li
          key={line.id}
          className="flex flex-col gap-2 border-b border-line py-3 sm:flex-row sm:justify-between sm:gap-6"
        >
          <Line line={line} desk={desk} />
          {line.failedAt === null ? null : <RetryForm line={line} desk={desk} problem={problem} />}
        </li>
      ))}
    </ul>
  );
}

function Line({ line, desk }: { line: DeliveryLine; desk: Desk }) {
  const when = (at: number) => <When at={at} now={desk.now} zone={desk.zone} />;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{templateWords[line.template]}</span>
        <bdi className="tabular-nums">{line.mask}</bdi>
        <Tag>{words.channel[line.kind]}</Tag>
        {line.bounced ? <Tag tone="bad">{words.cameBack}</Tag> : null}
      </p>
      <p className="[overflow-wrap:anywhere]">{line.why === null ? words.untried : sentence(line.why)}</p>
      <p className="flex flex-wrap gap-x-4 text-ink-3">
        <span>
          {words.asked} {when(line.askedAt)}
        </span>
        {line.failedAt === null ? null : (
          <span>
            {line.bounced ? words.cameBack : words.failed} {when(line.failedAt)}
          </span>
        )}
        {line.dueAt === null ? null : (
          <span>
            {words.next} {when(line.dueAt)}
          </span>
        )}
        {line.tries === 0 ? null : <span>{words.tries(line.tries)}</span>}
        {line.reference === null ? null : (
          <span className="[overflow-wrap:anywhere]">
            {words.reference} <bdi className="font-mono text-sm">{line.reference}</bdi>
          </span>
        )}
      </p>
    </div>
  );
}

/** What went wrong, as a sentence of its own. */
const sentence = (why: string): string => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;

function Pages({ page: { view, next }, further }: { page: DeliveriesPage; further: boolean }) {
  if (!further && next === null) return null;
  return (
    <nav aria-label={words.pages} className="flex gap-4 py-3">
      {further ? (
        <a href={`/deliveries?view=${view}`} className="rounded text-accent underline underline-offset-4">
          {words.first}
        </a>
      ) : null}
      {next ? (
        <a
          href={`/deliveries?${new URLSearchParams({ view, after: next })}`}
          className="rounded text-accent underline underline-offset-4"
        >
          {words.further}
        </a>
      ) : null}
    </nav>
  );
}
