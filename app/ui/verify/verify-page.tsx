import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { AuthShell, Panel } from "../auth/shell";
import { Button } from "../button";
import { controlLook, Field, TextArea, TextField, told } from "../field";
import { Notice, type Tone } from "../notice";
import { verifyWords as words } from "../words/verify";

const looks: Record<keyof typeof words.verdicts, Tone> = {
  busy: "info",
  valid: "good",
  tampered: "bad",
  malformed: "bad",
  unchecked: "warn",
};

/** Verifies a bundle in the reader's own browser; its script is a file of its own, so that no other page carries it. */
export function VerifyPage({ demo }: { demo?: ReactNode }) {
  return (
    <AuthShell wide demo={demo}>
      <Panel>
        <h1 className="mb-2 text-xl font-semibold tracking-tight">{words.title}</h1>
        <p className="mb-5 max-w-prose text-ink-2">{words.intro}</p>
        <noscript>
          <Notice tone="warn">{words.noScript}</Notice>
        </noscript>
        <VerifyForm />
        <Verdicts />
        <Elsewhere />
      </Panel>
      <script type="module" src="/verify/page.js" />
    </AuthShell>
  );
}

function VerifyForm() {
  return (
    <form
      data-verify=""
      data-reading={words.reading}
      data-no-file={words.noFile}
      data-bad-key={words.badKey}
      data-other-id={words.otherId}
      data-bad-manifest={words.badManifest}
      data-bad-witness={words.badWitness}
      hidden
      className="flex max-w-2xl flex-col gap-5"
    >
      <div data-drop="" className="rounded-lg border-2 border-dashed border-edge p-4 data-[over]:border-accent">
        <Field id="verify-bundle" label={words.bundle} hint={words.bundleHint}>
          <input
            id="verify-bundle"
            name="bundle"
            type="file"
            accept=".zip,application/zip"
            className={controlLook()}
            {...told("verify-bundle", words.bundleHint)}
          />
        </Field>
      </div>
      <TextArea
        id="verify-vkey"
        name="vkey"
        label={words.key}
        hint={words.keyHint}
        rows={3}
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
      />
      <Field id="verify-checkpoint" label={words.checkpoint} hint={words.checkpointHint}>
        <input
          id="verify-checkpoint"
          name="checkpoint"
          type="file"
          className={controlLook()}
          {...told("verify-checkpoint", words.checkpointHint)}
        />
      </Field>
      <More />
      <Button tone="primary" className="self-start">
        {words.send}
      </Button>
    </form>
  );
}

function More() {
  return (
    <details className="group">
      <summary className="flex w-fit items-center gap-1.5 rounded py-1 font-semibold text-accent">
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
        {words.more}
      </summary>
      <div className="mt-3 flex flex-col gap-5">
        <TextField
          id="verify-manifest"
          name="manifest"
          label={words.manifest}
          hint={words.manifestHint}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
        />
        <TextArea
          id="verify-witness"
          name="witness"
          label={words.witness}
          hint={words.witnessHint}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
        />
      </div>
    </details>
  );
}

function Verdicts() {
  return (
    <div aria-live="polite" className="mt-5">
      {(Object.keys(looks) as (keyof typeof looks)[]).map((verdict) => (
        <div key={verdict} data-verdict={verdict} hidden>
          <Notice tone={looks[verdict]} title={words.verdicts[verdict]}>
            <div data-lines="" className="flex flex-col gap-1.5 [overflow-wrap:anywhere]" />
            {verdict === "busy" ? (
              <progress data-progress="" max={1} aria-label={words.reading} className="mt-2 w-full" />
            ) : null}
          </Notice>
        </div>
      ))}
    </div>
  );
}

function Elsewhere() {
  return (
    <section className="mt-8 border-t border-line pt-5" aria-labelledby="verify-elsewhere">
      <h2 id="verify-elsewhere" className="mb-2 font-semibold">
        {words.elsewhere}
      </h2>
      <p className="mb-3 max-w-prose text-ink-2">{words.elsewhereText}</p>
      <p className="mb-3 rounded bg-wash px-3 py-2 font-mono [overflow-wrap:anywhere]">{words.command}</p>
      <ul className="flex flex-col gap-1">
        {words.files.map(([name, what]) => (
          <li key={name}>
            <a className="rounded font-medium text-accent hover:underline" href={`/verify/${name}`} download>
              {name}
            </a>{" "}
            <span className="text-ink-2">{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
