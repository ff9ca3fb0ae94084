import type { Instant } from "domain/time";
import { CopyButton } from "../copy";
import { FormKey } from "../hidden";
import { When } from "../time";
import { zoneCity } from "../words/clock";
import { demoJumps, demoWords as words } from "../words/demo";

/** The code the viewer's authenticator would show: only a demo knows it. */
export interface DemoAuthenticator {
  name: string;
  code: string;
}
interface DemoBarProps {
  now: Instant;
  zone: string;
  /** The page's idempotency key; each form adds its noun. */
  formKey: string;
  /** For a viewer of the demo's staff, else null. */
  authenticator: DemoAuthenticator | null;
}

/** The demo's bar above every page: what time the desk has, how to move it, where the messages went. */
export function DemoBar({ now, zone, formKey, authenticator }: DemoBarProps) {
  const link = "rounded py-0.5 underline decoration-current/40 underline-offset-4";
  return (
    <aside
      aria-label={words.name}
      lang="en"
      dir="ltr"
      className="border-b border-line bg-wait-wash px-4 py-1.5 text-sm text-ink lg:px-6"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p>
          <b className="font-semibold text-wait">{words.name}</b>
          <span className="max-sm:sr-only">: {words.nameText}</span>
        </p>
        <p className="tabular-nums">
          {words.deskTime} <When at={now} zone={zone} form="day" />, {zoneCity(zone)}
        </p>
        <Jumps formKey={formKey} />
        {authenticator ? (
          <p>
            {words.authenticator(authenticator.name)}{" "}
            <b className="select-all font-mono font-semibold">{authenticator.code}</b>{" "}
            <CopyButton text={authenticator.code} label={words.authenticator(authenticator.name)} />
          </p>
        ) : null}
        <p className="flex gap-4 lg:ml-auto">
          <a href="/demo/messages" className={link}>
            {words.messages}
          </a>
          <a href="/demo" className={link}>
            {words.guide}
          </a>
          <a href="/sign-in" className={link}>
            {words.signIn}
          </a>
        </p>
      </div>
    </aside>
  );
}

function Jumps({ formKey }: { formKey: string }) {
  return (
    <ul aria-label={words.jump} className="flex gap-1">
      {demoJumps.map(({ hours, label, said }) => (
        <li key={hours}>
          <form method="post" action="/demo/clock">
            <FormKey formKey={formKey} form={`clock.${hours}`} />
            <input type="hidden" name="hours" value={hours} />
            <button
              type="submit"
              title={said}
              className="min-h-6 rounded border border-edge px-1.5 tabular-nums transition-colors hover:bg-paper"
            >
              {label}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
