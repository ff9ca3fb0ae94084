import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "../copy";
import { cx } from "../cx";
import { Notice } from "../notice";
import { type GuideFacts, type GuideStep, guideMore, guideSteps, guideWords as words } from "../words/guide";
import { DemoShell } from "./shell";

/** The guided path: one recovery from both sides, each step with its page, who to be and what to type. */
export function GuidePage({ facts, done, demo }: { facts: GuideFacts; done: readonly boolean[]; demo?: ReactNode }) {
  const next = done.indexOf(false);
  return (
    <DemoShell demo={demo} title={words.title} text={words.text(facts.holder)}>
      <ol className="flex flex-col">
        {guideSteps(facts).map((step, at) => (
          <Step key={step.title} step={step} at={at + 1} isDone={done[at] ?? false} isNext={at === next} />
        ))}
      </ol>
      <Notice tone="warn" title={words.thief} className="mt-6">
        <p>{words.thiefText}</p>
      </Notice>
      <section aria-labelledby="more" className="mt-8">
        <h2 id="more" className="mb-2 text-lg font-semibold">
          {words.more}
        </h2>
        <ul className="flex flex-col">
          {guideMore.map(({ who, what, href }) => (
            <li key={what} className="border-t border-line py-3">
              <span className="block text-ink-2">{who}</span>
              <a href={href} className="rounded font-medium text-accent hover:underline">
                {what}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </DemoShell>
  );
}

interface StepProps {
  step: GuideStep;
  at: number;
  isDone: boolean;
  isNext: boolean;
}

function Step({ step, at, isDone, isNext }: StepProps) {
  return (
    <li
      aria-current={isNext ? "step" : undefined}
      className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-t border-line py-5 sm:grid-cols-[2rem_minmax(0,1fr)_auto] sm:gap-x-5"
    >
      <span
        aria-hidden="true"
        className={cx("text-xl font-semibold tabular-nums", isNext ? "text-accent" : "text-ink-3")}
      >
        {isDone ? <Check strokeWidth={3} className="mt-1 size-5 text-good" /> : at}
      </span>
      <div className="min-w-0">
        <h2 className="text-lg font-semibold">
          {step.title}
          {isDone ? <span className="ml-2 text-base font-medium text-good">{words.done}</span> : null}
          {isNext ? <span className="ml-2 text-base font-medium text-accent">{words.next}</span> : null}
        </h2>
        <p className="mt-1 text-ink-2">{step.text}</p>
        {step.type.length > 0 ? <Typed type={step.type} /> : null}
      </div>
      <p className="col-start-2 mt-3 sm:col-start-3 sm:mt-0 sm:text-right">
        <Be name={step.be} />
        <a href={step.go.href} className="inline-block rounded py-1 font-medium text-accent hover:underline">
          {step.go.words}
        </a>
      </p>
    </li>
  );
}

/** Staff are become by one click at the sign-in; the requester is anyone. */
function Be({ name }: { name: string | null }) {
  if (name === null) return <span className="block py-1 text-ink-2">{words.requester}</span>;
  return (
    <a href="/sign-in" className="block rounded py-1 text-ink-2 underline decoration-line-strong underline-offset-4">
      {words.be(name)}
    </a>
  );
}

function Typed({ type }: { type: GuideStep["type"] }) {
  return (
    <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
      {type.map(({ label, value }) => (
        <div key={label} className="sm:contents">
          <dt className="text-ink-3">
            <bdi>{label}</bdi>
          </dt>
          <dd className="font-mono [overflow-wrap:anywhere]">
            <bdi className="select-all">{value}</bdi> <CopyButton text={value} label={label} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
