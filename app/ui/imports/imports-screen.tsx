import type { ImportView } from "domain/view";
import type { WaitingJob } from "domain/view-directory";
import type { ReactNode } from "react";
import { PageTop, Section } from "../page";
import { type Problem, problemOf } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { countOf } from "../words/amounts";
import { zoneCity } from "../words/clock";
import { addedWords, progressWords, importsWords as words } from "../words/imports";
import { zoneNote } from "../words/portal";
import { isLoaded } from "./import-screen";
import { ImportStateTag } from "./state-tag";
import { UploadForm } from "./upload-form";
import { WaitingJobs } from "./waiting-jobs";

interface ImportsScreenProps {
  desk: Desk;
  /** Newest first. */
  imports: ImportView[];
  /** What waits for the directory that accounts live in. */
  waiting?: WaitingJob[];
  problem: Problem | null;
  demo?: ReactNode;
}

/** Directory imports: the four files to begin one, and the ones before. */
export function ImportsScreen({ desk, imports, waiting = [], problem, demo }: ImportsScreenProps) {
  return (
    <DeskShell desk={desk} place="imports" demo={demo}>
      <PageTop title={words.title} />
      <div className="flex w-full max-w-doc flex-col gap-8 px-4 py-5 lg:px-6">
        <WaitingJobs jobs={waiting} desk={desk} />
        <Section title={words.newTitle}>
          <UploadForm formKey={desk.formKey} problem={problemOf(problem, "import")} />
        </Section>
        <Section title={words.pastTitle}>
          {imports.length === 0 ? <p className="text-ink-2">{words.none}</p> : <Past imports={imports} desk={desk} />}
        </Section>
        <p className="text-ink-3">{zoneNote(zoneCity(desk.zone))}</p>
      </div>
    </DeskShell>
  );
}

function Past({ imports, desk }: { imports: ImportView[]; desk: Desk }) {
  return (
    <ul className="border-t border-line">
      {imports.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3">
          <a href={`/imports/${one.id}`} className="rounded font-medium text-accent hover:underline">
            {words.started} <When at={one.startedAt} now={desk.now} zone={desk.zone} />
          </a>
          <ImportStateTag state={one.state} />
          {isLoaded(one) ? <span className="text-ink-2">{summaryOf(one)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function summaryOf(one: ImportView): string {
  const accounts = countOf(one.added.account, ...addedWords.account);
  return `${accounts} ${progressWords.added.toLowerCase()}, ${one.refused.toLocaleString("en")} ${progressWords.refused.toLowerCase()}`;
}
