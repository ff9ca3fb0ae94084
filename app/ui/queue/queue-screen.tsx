import type { QueuePage } from "domain/view";
import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { Finder } from "../finder";
import { Notice, type Tone } from "../notice";
import { PageTop } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { Age } from "../time";
import { placeWords, queueWords } from "../words/desk";
import { viewWords } from "../words/labels";
import { QueueEmpty } from "./queue-empty";
import { QueueFilters } from "./queue-filters";
import { QueueFoot } from "./queue-foot";
import { QueueTable } from "./queue-table";
import { ViewTabs } from "./view-tabs";

interface QueueScreenProps {
  desk: Desk;
  page: QueuePage;
  /** What came of the last act, where it led here. */
  news?: { tone: Tone; sentence: string } | null;
  demo?: ReactNode;
}

/** The queue: one saved view of tickets, filtered by the URL, its oldest need first. */
export function QueueScreen({ desk, page, news = null, demo }: QueueScreenProps) {
  const agent = desk.viewer.role === "agent";
  return (
    <DeskShell desk={desk} place="queue" view={page.view} demo={demo}>
      <PageTop title={viewWords[page.view]} after={<Size page={page} />}>
        {agent ? <Finder formKey={desk.formKey} /> : null}
        {agent ? (
          <ButtonLink href="/tickets/new" tone="primary" hint="N" className="max-sm:order-1 max-sm:ml-auto">
            {placeWords.new}
          </ButtonLink>
        ) : null}
      </PageTop>
      {news ? (
        <Notice
          tone={news.tone}
          role={news.tone === "good" ? "status" : "alert"}
          title={news.sentence}
          className="mx-4 mt-4 lg:mx-6"
        />
      ) : null}
      <ViewTabs counts={page.counts} view={page.view} />
      <QueueFilters page={page} />
      {page.rows.length > 0 ? (
        <QueueTable desk={desk} page={page} />
      ) : (
        <QueueEmpty page={page} role={desk.viewer.role} />
      )}
      <QueueFoot page={page} mayClaim={agent} />
    </DeskShell>
  );
}

/** How many, and the oldest when every one of them is on this page. */
function Size({ page }: { page: QueuePage }) {
  const { rows, older, newer, now } = page;
  const first = rows.length > 0 && !older && !newer ? Math.min(...rows.map((r) => r.openedAt)) : null;
  return (
    <span className="tabular-nums">
      {queueWords.size(page.counts[page.view])}
      {first === null ? null : (
        <span className="max-sm:hidden">
          {" · "}
          {queueWords.oldest} <Age since={first} now={now} />
        </span>
      )}
    </span>
  );
}
