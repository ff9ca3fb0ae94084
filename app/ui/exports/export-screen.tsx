import type { ExportView } from "domain/view";
import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { CopyButton } from "../copy";
import { Notice } from "../notice";
import { Facts, PageTop, Section } from "../page";
import { ProgressBar } from "../progress-bar";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { capital, listWords } from "../words/amounts";
import { zoneCity } from "../words/clock";
import {
  checkCommand,
  exportFailure,
  exportKinds,
  exportTold,
  filterWords,
  progressWords,
  renderingWords,
  exportsWords as words,
} from "../words/exports";
import { zoneNote } from "../words/portal";
import { whoWords } from "../words/who";
import { ExportStateTag } from "./state-tag";

interface ExportScreenProps {
  desk: Desk;
  view: ExportView;
  demo?: ReactNode;
}

/** One bundle: how far it is, and, once it is made, the file and the digest it stands on the trail with. */
export function ExportScreen({ desk, view, demo }: ExportScreenProps) {
  return (
    <DeskShell desk={desk} place="exports" demo={demo}>
      <PageTop
        before={<a href="/trail/exports">{words.title}</a>}
        title={words.one(view.id)}
        after={<ExportStateTag view={view} />}
      />
      <div className="flex w-full max-w-doc flex-col gap-6 px-4 py-5 lg:px-6">
        <State view={view} />
        {isUnderWay(view) ? (
          <ProgressBar
            id="progress"
            label={words.progress}
            said={progressWords(view)}
            value={view.done}
            max={view.size}
          />
        ) : null}
        <Download desk={desk} view={view} />
        <Facts facts={factsOf(view, desk)} />
        {view.manifest ? <Check view={view} manifest={view.manifest} /> : null}
        <p className="text-ink-3">
          {zoneNote(zoneCity(desk.zone))} {isUnderWay(view) ? words.live : null}
        </p>
      </div>
    </DeskShell>
  );
}

/** Whether an export still changes by itself. */
export const isUnderWay = ({ state }: Pick<ExportView, "state">): boolean => state === "waiting" || state === "running";

function State({ view }: { view: ExportView }) {
  if (view.state !== "failed") return <p className="text-lg">{exportTold[view.state]}</p>;
  return (
    <Notice tone="bad" title={exportTold.failed}>
      <p>{exportFailure(view.why ?? "")}</p>
    </Notice>
  );
}

function Download({ desk, view }: { desk: Desk; view: ExportView }) {
  if (view.keptUntil === null)
    return view.elsewhere && view.state === "done" ? <p className="text-ink-2">{capital(words.elsewhere)}.</p> : null;
  if (desk.viewer.role !== "auditor") return <p className="text-ink-2">{words.auditorsOnly}</p>;
  return (
    <ButtonLink tone="primary" className="self-start" href={`/trail/exports/${view.id}/file`} download>
      {words.downloadBundle(view.bytes ?? 0)}
    </ButtonLink>
  );
}

function factsOf(view: ExportView, desk: Desk): [string, ReactNode][] {
  const when = (at: number) => <When at={at} now={desk.now} zone={desk.zone} />;
  const also = view.renderings.map((r) => renderingWords[r].file);
  const { facts } = words;
  const known: [string, ReactNode][] = [
    [facts.asked, when(view.askedAt)],
    [facts.by, <bdi key="by">{whoWords(view.actor, view.actorName)}</bdi>],
    [facts.reason, view.reason === null ? words.noReason : <bdi key="reason">{view.reason}</bdi>],
    [facts.what, capital(filterWords(view.filter))],
    [facts.kind, exportKinds[view.kind]],
    [facts.also, also.length === 0 ? words.nothingElse : listWords(also)],
  ];
  if (view.older !== null) known.push([facts.older, words.olderOf(view.older)]);
  if (view.size > 0) known.push([facts.checkpoint, words.checkpointOf(view.size)]);
  if (view.entries !== null) known.push([facts.entries, words.entriesOf(view.entries)]);
  if (view.bytes !== null) known.push([facts.size, words.sizeOf(view.bytes)]);
  if (view.keptUntil !== null) known.push([facts.kept, when(view.keptUntil)]);
  return known;
}

function Check({ view, manifest }: { view: ExportView; manifest: string }) {
  const command = checkCommand(view, manifest);
  return (
    <>
      <Section title={words.facts.manifest} aside={<span className="text-ink-3">{words.manifestText}</span>}>
        <p className="font-mono text-sm [overflow-wrap:anywhere]">
          <span className="select-all">{manifest}</span> <CopyButton text={manifest} label={words.manifestLabel} />
        </p>
      </Section>
      <Section title={words.check}>
        <pre className="select-all whitespace-pre-wrap rounded-lg border border-line bg-wash px-4 py-3 font-mono text-sm [overflow-wrap:anywhere]">
          {command}
        </pre>
        <p className="mt-2">
          <a href="/verify" className="rounded py-1 font-medium text-accent hover:underline">
            {words.verifyHere}
          </a>
        </p>
      </Section>
    </>
  );
}
