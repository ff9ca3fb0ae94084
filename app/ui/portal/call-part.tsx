import type { Instant } from "domain/time";
import { useLanguage } from "../language";
import { portalCare } from "../words/portal-care";
import { momentWords } from "../words/portal-times";
import { PortalPart, PortalText } from "./shell";

/** A number to read out and a word to hear, or that this page is not the newest one of this request. */
export type RequestCall = { number: string; word: string; until: Instant } | "entered-again";

/** How both sides of a call know each other: the reader says a number, and hears a word. */
export function CallPart({ call, now, zone }: { call: RequestCall; now: Instant; zone: string }) {
  const language = useLanguage();
  const words = portalCare[language];
  return (
    <PortalPart title={words.callTitle}>
      {call === "entered-again" ? (
        <PortalText>{words.again}</PortalText>
      ) : (
        <dl className="mt-3 grid gap-5 sm:grid-cols-2">
          <Said
            name={words.number}
            value={call.number}
            hint={words.numberHint(momentWords(language, call.until, now, zone))}
          />
          <Said name={words.word} value={call.word} hint={words.wordHint} />
        </dl>
      )}
    </PortalPart>
  );
}

function Said({ name, value, hint }: { name: string; value: string; hint: string }) {
  return (
    <div>
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-3xl font-semibold tabular-nums tracking-wide">
        <bdi dir="ltr">{value}</bdi>
      </dd>
      <dd className="mt-1 text-base text-ink-2">{hint}</dd>
    </div>
  );
}
