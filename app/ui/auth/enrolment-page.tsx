import type { ReactNode } from "react";
import { Button } from "../button";
import { CodeField } from "../code-field";
import { CopyButton } from "../copy";
import { FormKey } from "../hidden";
import { Notice, ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { enrolmentWords as words } from "../words/auth";
import { AuthShell, Panel } from "./shell";

interface EnrolmentPageProps {
  formKey: string;
  problem: Problem | null;
  /** An SVG document, ASCII; shown as an image, so that nothing in it can run. */
  qrSvg: string;
  /** The same secret in base32, for typing. */
  typedKey: string;
  demo?: ReactNode;
}

/** The first sign-in's second half: the authenticator is set up, and its first code finishes the sign-in. */
export function EnrolmentPage({ formKey, problem, qrSvg, typedKey, demo }: EnrolmentPageProps) {
  const mine = problemOf(problem, "enrolment");
  const { error, autoFocus } = fieldOf(mine, "code");
  return (
    <AuthShell demo={demo}>
      <Panel>
        <h1 className="text-xl font-semibold tracking-tight">{words.title}</h1>
        <p className="mt-1 text-ink-2">{words.text}</p>
        <Secret qrSvg={qrSvg} typedKey={typedKey} />
        {demo ? (
          <div className="mt-5">
            <Notice>
              <p>{words.demo}</p>
            </Notice>
          </div>
        ) : null}
        <form method="post" action="/enrolment" className="mt-6 flex flex-col gap-4 border-t border-line pt-5">
          <ProblemNotice problem={mine} idOf={(field) => field} />
          <FormKey formKey={formKey} form="enrolment" />
          <CodeField id="code" label={words.code} hint={words.codeHint} error={error} autoFocus={autoFocus} />
          <Button tone="primary">{words.send}</Button>
        </form>
        <p className="mt-4 text-ink-3">{words.lost}</p>
      </Panel>
    </AuthShell>
  );
}

function Secret({ qrSvg, typedKey }: { qrSvg: string; typedKey: string }) {
  return (
    <div className="mt-5 flex flex-col gap-5 sm:flex-row">
      <figure className="shrink-0">
        <figcaption className="mb-2 font-medium">{words.scan}</figcaption>
        {/* Scanners want dark on light, whatever the theme. */}
        <img
          src={`data:image/svg+xml;base64,${btoa(qrSvg)}`}
          alt={words.qr}
          width={192}
          height={192}
          className="size-48 max-w-none rounded border border-line"
        />
      </figure>
      <div className="min-w-0">
        <p className="mb-2 font-medium">{words.typed}</p>
        <p className="font-mono text-lg [overflow-wrap:anywhere]">
          <span className="select-all">{grouped(typedKey)}</span> <CopyButton text={typedKey} label={words.key} />
        </p>
        <p className="mt-2 text-ink-2">{words.typedHint}</p>
      </div>
    </div>
  );
}

/** A key in groups of four, as it is read and typed. */
const grouped = (key: string): string => (key.replaceAll(" ", "").match(/.{1,4}/g) ?? []).join(" ");
