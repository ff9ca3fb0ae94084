import type { CheckpointsPage } from "domain/view";
import type { ReactNode } from "react";
import { CopyButton } from "../copy";
import { Empty, PageTop, Section } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { Tag } from "../tag";
import { besideWatch, WatchLine } from "../trail/watch-line";
import { checkpointsWords as words } from "../words/checkpoints";
import { zoneCity } from "../words/clock";
import { zoneNote } from "../words/portal";
import { CheckpointTable } from "./checkpoint-table";
import { Places } from "./places";

interface CheckpointsScreenProps {
  desk: Desk;
  page: CheckpointsPage;
  demo?: ReactNode;
}

/** What of the trail was signed, where it was carried, and the keys it is verified with. */
export function CheckpointsScreen({ desk, page, demo }: CheckpointsScreenProps) {
  const mayOpen = desk.viewer.role === "auditor";
  return (
    <DeskShell desk={besideWatch(desk, page.watch)} place="checkpoints" demo={demo}>
      <PageTop title={words.title} />
      <WatchLine watch={page.watch} now={page.now} zone={desk.zone} mayOpen={mayOpen} />
      <div className="grid gap-x-10 gap-y-7 px-4 py-5 lg:px-6 xl:grid-cols-2">
        <p className="max-w-doc text-ink-2 xl:col-span-2">{words.text}</p>
        <Section id="places" title={words.places} aside={<span className="text-ink-3">{words.placesText}</span>}>
          <Places places={page.places} now={page.now} zone={desk.zone} />
        </Section>
        <Section id="keys" title={words.keys} aside={<span className="text-ink-3">{words.keysText}</span>}>
          <Keys keys={page.keys} />
        </Section>
      </div>
      {page.rows.length === 0 ? (
        <Empty title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </Empty>
      ) : (
        <CheckpointTable page={page} zone={desk.zone} />
      )}
      <Pages page={page} zone={desk.zone} />
    </DeskShell>
  );
}

function Keys({ keys }: { keys: string[] }) {
  if (keys.length === 0) return <p className="text-ink-2">{words.noKeys}</p>;
  return (
    <ul className="border-t border-line">
      {keys.map((key, i) => (
        <li key={key} className="flex items-start gap-2 border-b border-line py-2.5">
          <span className="min-w-0 flex-1 select-all font-mono text-sm [overflow-wrap:anywhere]">{key}</span>
          <CopyButton text={key} label={words.key} />
          <Tag tone={i === 0 ? "good" : "neutral"}>{i === 0 ? words.inUse : words.retired}</Tag>
        </li>
      ))}
    </ul>
  );
}

function Pages({ page, zone }: { page: CheckpointsPage; zone: string }) {
  const link = "rounded py-1 font-medium text-accent hover:underline";
  return (
    <nav aria-label={words.caption} className="mt-auto flex flex-wrap items-center gap-6 px-4 py-4 lg:px-6">
      {page.newer ? (
        <a rel="prev" className={link} href={`/checkpoints?after=${page.newer}`}>
          {words.newer}
        </a>
      ) : null}
      {page.older ? (
        <a rel="next" className={link} href={`/checkpoints?before=${page.older}`}>
          {words.older}
        </a>
      ) : null}
      <span className="ml-auto text-ink-3">{zoneNote(zoneCity(zone))}</span>
    </nav>
  );
}
