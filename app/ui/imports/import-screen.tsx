import type { ImportAsked, ImportView } from "domain/view";
import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { Notice } from "../notice";
import { Facts, PageTop } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { capital, countOf } from "../words/amounts";
import { zoneCity } from "../words/clock";
import { addedWords, importsWords, importTold, importToldSome, progressWords as words } from "../words/imports";
import { zoneNote } from "../words/portal";
import { Progress } from "./progress";
import { ImportStateTag } from "./state-tag";

interface ImportScreenProps {
  desk: Desk;
  view: ImportView;
  asked: ImportAsked | null;
  demo?: ReactNode;
}

/** One import: how far it is while it runs, what it brought when it is done; the route refreshes it while `isRunning`. */
export function ImportScreen({ desk, view, asked, demo }: ImportScreenProps) {
  return (
    <DeskShell desk={desk} place="imports" demo={demo}>
      <PageTop
        before={<a href="/imports">{importsWords.title}</a>}
        title={importsWords.by(view.id)}
        after={<ImportStateTag state={view.state} />}
      />
      <div className="flex w-full max-w-doc flex-col gap-6 px-4 py-5 lg:px-6">
        <State view={view} />
        <Progress view={view} />
        {isLoaded(view) ? <Result view={view} /> : null}
        <p className="text-ink-3">
          {importsWords.started} <When at={view.startedAt} now={desk.now} zone={desk.zone} />
          {asked ? (
            <>
              {" "}
              <bdi>{words.by(asked.by)}</bdi>
            </>
          ) : null}
          . {asked?.reason ? <Reason text={asked.reason} /> : null}
          {zoneNote(zoneCity(desk.zone))} {isRunning(view) ? words.live : null}
        </p>
      </div>
    </DeskShell>
  );
}

/** Whether an import still changes by itself. */
export const isRunning = (view: ImportView): boolean => view.state !== "done" && view.state !== "failed";

/** Whether what it brought is in force. */
export const isLoaded = (view: ImportView): boolean => view.state === "hardening" || view.state === "done";

function Reason({ text }: { text: string }) {
  return (
    <span className="[overflow-wrap:anywhere]">
      {importsWords.reason}: <bdi>{text}</bdi>{" "}
    </span>
  );
}

function State({ view }: { view: ImportView }) {
  if (view.state !== "failed")
    return (
      <div>
        <p className="text-lg">{toldOf(view)}</p>
        {isLoaded(view) && view.added.answer > 0 ? <p className="text-ink-2">{words.hardenedHow}</p> : null}
      </div>
    );
  return (
    <Notice tone="bad" title={importTold.failed}>
      {view.failure ? <p className="[overflow-wrap:anywhere]">{view.failure}</p> : null}
    </Notice>
  );
}

/** Where rows were refused, not everything is in. */
const toldOf = ({ state, refused }: ImportView): string =>
  refused > 0 && (state === "hardening" || state === "done") ? importToldSome[state] : importTold[state];

function Result({ view }: { view: ImportView }) {
  const kinds = Object.keys(addedWords) as (keyof ImportView["added"])[];
  return (
    <>
      <Facts
        facts={[
          ...kinds.map(
            (kind) =>
              [
                capital(addedWords[kind][1]),
                `${view.added[kind].toLocaleString("en")} ${words.added.toLowerCase()}`,
              ] as const,
          ),
          [words.same, countOf(view.same, "row", "rows")],
          [words.refused, countOf(view.refused, "row", "rows")],
          [words.weak, words.weakOf(view.weak)],
        ]}
      />
      {view.refused > 0 ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ButtonLink href={`/imports/${view.id}/refused.csv`} download>
            {words.download}
          </ButtonLink>
          <span className="text-ink-2">{words.downloadText(view.refused)}</span>
        </div>
      ) : null}
    </>
  );
}
