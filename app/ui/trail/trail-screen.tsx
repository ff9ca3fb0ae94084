import type { TrailPage } from "domain/view";
import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { CopyButton } from "../copy";
import { Empty, PageTop } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { zoneCity } from "../words/clock";
import { zoneNote } from "../words/portal";
import { trailWords as words } from "../words/trail";
import { EntryTable } from "./entry-table";
import { ExportForm } from "./export-form";
import { isFiltered, pageHref } from "./filter";
import { FilterForm } from "./filter-form";
import { besideWatch, WatchLine } from "./watch-line";

interface TrailScreenProps {
  desk: Desk;
  page: TrailPage;
  /** The form to export it is unfolded. */
  exporting: boolean;
  /** What in the search it cannot be searched by. */
  problem: Problem | null;
  demo?: ReactNode;
}

/** The trail: found by who, what, ticket, account, outcome and time; exported as a bundle. */
export function TrailScreen({ desk, page, exporting, problem, demo }: TrailScreenProps) {
  return (
    <DeskShell desk={besideWatch(desk, page.watch)} place="trail" demo={demo}>
      <PageTop title={words.title} after={<Head page={page} zone={desk.zone} />}>
        <a href="/trail/exports" className="rounded py-1 font-medium text-accent hover:underline">
          {words.exports}
        </a>
      </PageTop>
      <WatchLine watch={page.watch} now={page.now} zone={desk.zone} mayOpen />
      <FilterForm filter={page.filter} staff={page.staff} problem={problem} />
      <ExportForm filter={page.filter} size={page.size} formKey={desk.formKey} problem={null} isOpen={exporting} />
      {page.rows.length === 0 ? (
        <Nothing title={problem?.sentence ?? words.emptyTitle} filtered={isFiltered(page.filter)} />
      ) : (
        <EntryTable page={page} zone={desk.zone} />
      )}
      <Pages page={page} zone={desk.zone} />
    </DeskShell>
  );
}

function Head({ page, zone }: { page: TrailPage; zone: string }) {
  return (
    <p>
      {words.head(page.size)} · {words.root}{" "}
      <span title={page.root} className="font-mono">
        {page.root.slice(0, 12)}…
      </span>{" "}
      <CopyButton text={page.root} label={words.root.toLowerCase()} /> ·{" "}
      {page.published ? (
        <>
          {words.published(page.published.size)} <When at={page.published.at} now={page.now} zone={zone} />
        </>
      ) : (
        words.unpublished
      )}
    </p>
  );
}

function Nothing({ title, filtered }: { title: string; filtered: boolean }) {
  return (
    <Empty title={title}>
      {filtered ? (
        <>
          <p className="mb-4">{words.emptyText}</p>
          <ButtonLink href="/trail">{words.all}</ButtonLink>
        </>
      ) : null}
    </Empty>
  );
}

function Pages({ page, zone }: { page: TrailPage; zone: string }) {
  const link = "rounded py-1 font-medium text-accent hover:underline";
  return (
    <nav aria-label={words.caption} className="mt-auto flex flex-wrap items-center gap-6 px-4 py-4 lg:px-6">
      {page.newer ? (
        <a rel="prev" className={link} href={pageHref(page.filter, { after: page.newer })}>
          {words.newer}
        </a>
      ) : null}
      {page.older ? (
        <a rel="next" className={link} href={pageHref(page.filter, { before: page.older })}>
          {words.older}
        </a>
      ) : null}
      <span className="ml-auto text-ink-3">{zoneNote(zoneCity(zone))}</span>
    </nav>
  );
}
