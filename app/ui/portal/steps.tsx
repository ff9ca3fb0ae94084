import { isoOf } from "domain/time";
import type { RequestView } from "domain/view";
import { cx } from "../cx";
import { useLanguage } from "../language";
import { capital } from "../words/amounts";
import { momentWords, zoneWords } from "../words/portal-times";
import { stepTold } from "../words/request";
import { requestWords } from "../words/request-words";

type Step = RequestView["steps"][number];

/** Where a request is: every step with its time, the present one in bold and said. */
export function Steps({ request, zone }: { request: RequestView; zone: string }) {
  const language = useLanguage();
  return (
    <ol className="mt-7">
      {request.steps.map((step) => (
        <li
          key={step.step}
          aria-current={step.state === "now" ? "step" : undefined}
          className="relative grid grid-cols-[1.125rem_1fr] gap-x-5 pb-5 before:absolute before:bottom-[-0.25rem] before:start-2 before:top-6 before:w-0.5 before:bg-line last:before:hidden"
        >
          <Dot state={step.state} />
          <div className="min-w-0">
            <p className={cx(step.state === "now" && "font-semibold", step.state === "later" && "text-ink-2")}>
              <bdi>{stepTold(language, step, request).name}</bdi>
              <span className="sr-only">{requestWords[language].states[step.state]}</span>
            </p>
            <Second step={step} request={request} zone={zone} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Dot({ state }: { state: Step["state"] }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "z-10 mt-[0.1875rem] size-[1.125rem] rounded-full border-2 bg-paper",
        state === "done" && "border-good bg-good",
        state === "now" && "border-[5px] border-accent",
        state === "later" && "border-line-strong",
      )}
    />
  );
}

/** The line below a step: until when, when, or what to expect. */
function Second({ step, request, zone }: { step: Step; request: RequestView; zone: string }) {
  const language = useLanguage();
  const until = step.step === "waiting" && request.state === "on_hold" ? request.holdEndsAt : null;
  const at = until ?? step.at;
  const { expect } = stepTold(language, step, request);
  if (at === null) return expect ? <p className="text-base text-ink-2">{expect}</p> : null;
  const moment = momentWords(language, at, request.now, zone);
  return (
    <p className="text-base text-ink-2">
      <time dateTime={isoOf(at)}>
        {until ? requestWords[language].until(moment, zoneWords(language, zone, at)) : capital(moment)}
      </time>
    </p>
  );
}
