import type { ExportsPage, TrailFilter } from "domain/view";
import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { Empty, PageTop } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { ExportForm } from "../trail/export-form";
import { zoneCity } from "../words/clock";
import { exportsWords as words } from "../words/exports";
import { zoneNote } from "../words/portal";
import { ExportTable } from "./export-table";

interface ExportsScreenProps {
  desk: Desk;
  page: ExportsPage;
  /** Of the form that came back refused. */
  filter: TrailFilter;
  size: number;
  problem: Problem | null;
  demo?: ReactNode;
}

/** The bundles that were made, newest first; above them the form of one that was refused. */
export function ExportsScreen({ desk, page, filter, size, problem, demo }: ExportsScreenProps) {
  const isAuditor = desk.viewer.role === "auditor";
  return (
    <DeskShell desk={desk} place="exports" demo={demo}>
      <PageTop title={words.title} after={words.kept}>
        <a href="/verify" className="rounded py-1 font-medium text-accent hover:underline">
          {words.verify}
        </a>
        {isAuditor ? <ButtonLink href="/trail?export#export">{words.toTrail}</ButtonLink> : null}
      </PageTop>
      {problem ? <ExportForm filter={filter} size={size} formKey={desk.formKey} problem={problem} isOpen /> : null}
      {page.rows.length === 0 ? (
        <Empty title={words.emptyTitle}>{isAuditor ? null : <p>{words.emptyText}</p>}</Empty>
      ) : (
        <ExportTable page={page} desk={desk} />
      )}
      <Foot page={page} desk={desk} isAuditor={isAuditor} />
    </DeskShell>
  );
}

function Foot({ page, desk, isAuditor }: { page: ExportsPage; desk: Desk; isAuditor: boolean }) {
  const link = "rounded py-1 font-medium text-accent hover:underline";
  return (
    <div className="mt-auto flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-4 lg:px-6">
      <nav aria-label={words.caption} className="flex gap-6 empty:hidden">
        {page.newer ? (
          <a rel="prev" className={link} href={`/trail/exports?after=${encodeURIComponent(page.newer)}`}>
            {words.newer}
          </a>
        ) : null}
        {page.older ? (
          <a rel="next" className={link} href={`/trail/exports?before=${encodeURIComponent(page.older)}`}>
            {words.older}
          </a>
        ) : null}
      </nav>
      <p className="text-ink-3">
        {words.lines}{" "}
        {isAuditor ? (
          <a className="text-accent underline" href="/trail?type=trail.exported">
            {words.linesLink}
          </a>
        ) : null}
      </p>
      <span className="text-ink-3 lg:ml-auto">{zoneNote(zoneCity(desk.zone))}</span>
    </div>
  );
}
