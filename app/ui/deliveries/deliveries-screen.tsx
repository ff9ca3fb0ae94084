import type { DeliveriesPage, DeliveriesView } from "domain/view-deliveries";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { Notice, ProblemNotice } from "../notice";
import { Empty, PageTop, Section } from "../page";
import { type Problem, problemOf } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { deliveriesWords as words } from "../words/deliveries";
import { Channels } from "./channels";
import { Line } from "./line";
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
        <li key={line.id} className="border-b border-line py-3">
          <ProblemNotice problem={problemOf(problem, formOfMessage(line.handle))} />
          <div className="flex flex-col gap-2 sm:flex-row sm:justify-between sm:gap-6">
            <Line line={line} desk={desk} />
            {line.failedAt === null ? null : <RetryForm line={line} desk={desk} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

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
