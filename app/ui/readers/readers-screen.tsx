import { type ReadersPage, type ReadersSpan, readersSpans } from "domain/view";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { RedLines } from "../glass/red-lines";
import { Notice } from "../notice";
import { Empty, PageTop, Section } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { readersWords as words } from "../words/readers";
import { ReadersTable } from "./readers-table";

interface ReadersScreenProps {
  desk: Desk;
  page: ReadersPage;
  demo?: ReactNode;
}

/** Who looked at what, how often, and how much of it outside the tickets they work on; whoever stands out is on top. */
export function ReadersScreen({ desk, page, demo }: ReadersScreenProps) {
  return (
    <DeskShell desk={desk} place="readers" demo={demo}>
      <PageTop title={words.title} after={words.between(page.from, page.to)} />
      <Spans span={page.span} />
      {page.counting ? (
        <Notice tone="wait" className="mx-4 mt-4 lg:mx-6">
          <p>{words.counting(page.counting.counted, page.counting.size)}</p>
        </Notice>
      ) : null}
      <RedLines lines={page.glass} desk={desk} />
      {page.rows.length === 0 ? (
        <Empty title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </Empty>
      ) : (
        <ReadersTable page={page} />
      )}
      <Pages page={page} />
      <Section title={words.how} className="max-w-doc px-4 pb-8 pt-4 lg:px-6">
        <div className="flex flex-col gap-2 text-ink-2">
          {words.howText.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Section>
    </DeskShell>
  );
}

function Spans({ span }: { span: ReadersSpan }) {
  return (
    <nav aria-label={words.spansTitle} className="flex gap-1 border-b border-line px-3 lg:px-5">
      {(Object.keys(readersSpans) as ReadersSpan[]).map((one) => (
        <a
          key={one}
          href={`/readers?span=${one}`}
          aria-current={one === span ? "page" : undefined}
          className={cx(
            "-mb-px border-b-2 border-transparent px-2 py-2.5 text-ink-2 hover:text-ink",
            one === span && "border-accent font-medium text-ink",
          )}
        >
          {words.spans[one]}
        </a>
      ))}
    </nav>
  );
}

function Pages({ page }: { page: ReadersPage }) {
  const link = "rounded py-1 font-medium text-accent hover:underline";
  if (page.next === null && page.before === null) return null;
  return (
    <nav aria-label={words.caption} className="flex gap-6 px-4 py-4 lg:px-6">
      {page.before === null ? null : (
        <a rel="prev" className={link} href={`/readers?span=${page.span}&from=${page.before}`}>
          {words.previous}
        </a>
      )}
      {page.next === null ? null : (
        <a rel="next" className={link} href={`/readers?span=${page.span}&from=${page.next}`}>
          {words.next}
        </a>
      )}
    </nav>
  );
}
