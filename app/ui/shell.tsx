import type { QueueView } from "domain/view";
import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { FormKey } from "./hidden";
import { Logo } from "./icons";
import { Alarms } from "./shell/alarms";
import type { Desk, Place } from "./shell/desk";
import { Nav } from "./shell/nav";
import { When } from "./time";
import { zoneCity } from "./words/clock";
import { menuWord, productName, signOutWord, skipWords, staffNav } from "./words/desk";
import { roleWords } from "./words/labels";

interface DeskShellProps {
  desk: Desk;
  /** Where in the menu this page is; null for one that is nowhere in it. */
  place: Place | null;
  view?: QueueView;
  /** The demo's bar, above everything. */
  demo?: ReactNode;
  children: ReactNode;
}

/** Every page of the desk: the menu beside it (above it on a phone), who is signed in, and the page in `main`. */
export function DeskShell({ desk, place, view, demo, children }: DeskShellProps) {
  return (
    <>
      <a
        href="#main"
        className="fixed left-2 top-2 z-50 -translate-y-16 rounded bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {skipWords}
      </a>
      {demo}
      <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <Side desk={desk} place={place} view={view} />
        <PhoneTop desk={desk} place={place} view={view} />
        <main
          id="main"
          tabIndex={-1}
          className="flex min-w-0 flex-col bg-paper outline-none max-lg:min-h-[calc(100dvh-3.25rem)]"
        >
          <Alarms desk={desk} />
          {children}
        </main>
      </div>
    </>
  );
}

type Inside = Pick<DeskShellProps, "desk" | "place" | "view">;

function Side({ desk, place, view }: Inside) {
  return (
    <header className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-line px-3 py-4 lg:flex">
      <a href="/" className="mb-4 flex items-center gap-2 rounded px-2 py-1 font-semibold tracking-tight">
        <Logo />
        {productName}
      </a>
      <nav aria-label={staffNav}>
        <Nav desk={desk} place={place} view={view} />
      </nav>
      <Me desk={desk} />
    </header>
  );
}

function PhoneTop({ desk, place, view }: Inside) {
  return (
    <header className="sticky top-0 z-30 flex h-[3.25rem] items-center gap-2 border-b border-line bg-wash px-4 py-2 lg:hidden">
      <a href="/" className="flex items-center gap-2 rounded py-1 font-semibold tracking-tight">
        <Logo />
        {productName}
      </a>
      <span className="ml-auto text-xs text-ink-3">
        {zoneCity(desk.zone)}, <When at={desk.now} zone={desk.zone} form="clock" />
      </span>
      <details className="relative" data-pop="">
        <summary className="flex size-9 items-center justify-center rounded border border-line-strong bg-paper">
          <Menu aria-hidden="true" className="size-4" />
          <span className="sr-only">{menuWord}</span>
        </summary>
        <div className="absolute right-0 top-11 max-h-[calc(100dvh-5rem)] w-72 overflow-y-auto rounded-lg bg-raised p-3 shadow-lift">
          <nav aria-label={staffNav}>
            <Nav desk={desk} place={place} view={view} />
          </nav>
          <Me desk={desk} />
        </div>
      </details>
    </header>
  );
}

function Me({ desk }: { desk: Desk }) {
  return (
    <div className="mt-auto pt-4">
      <div className="flex items-end justify-between gap-2 border-t border-line px-2 pt-3">
        <p className="min-w-0 text-ink-2">
          <bdi className="block truncate font-medium text-ink">{desk.viewer.name}</bdi>
          <span className="text-xs text-ink-3">
            {roleWords[desk.viewer.role]} · {zoneCity(desk.zone)}, <When at={desk.now} zone={desk.zone} form="clock" />
          </span>
        </p>
      </div>
      <form method="post" action="/sign-out" className="px-2 pt-1">
        <FormKey formKey={desk.formKey} form="sign-out" />
        <button
          type="submit"
          className="rounded py-1 text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
        >
          {signOutWord}
        </button>
      </form>
    </div>
  );
}
