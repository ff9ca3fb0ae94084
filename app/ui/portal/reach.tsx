import { type CallUs, telOf } from "domain/call-us";
import { createContext, useContext } from "react";
import { useLanguage } from "../language";
import { callUsWords, hoursTold } from "../words/call-us";

/** How people outside reach the desk. */
export interface Reach {
  /** Its telephone, or null where it has none. */
  callUs: CallUs | null;
  /** Where a change of owner is written to. */
  owners: string;
  /** In which the hours of the telephone are. */
  zone: string;
}

/** Set once a response, in root.tsx; null on pages of the desk. */
export const ReachContext = createContext<Reach | null>({ callUs: null, owners: "", zone: "UTC" });

/** Where "ask us for help" leads, at the foot of every public page: the telephone with its hours, if there is one, and the guided request. */
export function WaysToReachUs() {
  const language = useLanguage();
  const words = callUsWords[language];
  const reach = useContext(ReachContext);
  if (reach === null) return null;
  const { callUs, zone } = reach;
  return (
    <section aria-label={words.title} className="flex flex-col gap-1">
      {callUs ? (
        <p>
          {words.call}{" "}
          <a href={telOf(callUs)} className={link} dir="ltr">
            {callUs.phone}
          </a>
          {callUs.hours ? <span className="block">{hoursTold(language, callUs, zone)}</span> : null}
        </p>
      ) : null}
      <p>
        <a href="/request/new" className={link}>
          {words.ask}
        </a>
      </p>
    </section>
  );
}

const link =
  "inline-block rounded py-1 font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-accent";
