import type { ReactNode } from "react";
import { Logo } from "../icons";
import { useWords } from "../language";
import { shellWords } from "../words/portal";
import { LanguageSwitch } from "./language-switch";
import { WaysToReachUs } from "./reach";

/** What every form page of the portal is given. */
export interface PortalProps {
  /** The page's idempotency key; each form adds its noun. */
  formKey: string;
  /** The demo's bar, above everything. */
  demo?: ReactNode;
}

interface PortalShellProps {
  demo?: ReactNode;
  /** What this page shows is shown this one time: it offers no other language, which would lead away from it. */
  once?: boolean;
  children: ReactNode;
}

/** Every public page: the name, one thing, and what a caller can never be. */
export function PortalShell({ demo, once = false, children }: PortalShellProps) {
  const words = useWords(shellWords);
  return (
    <div className="flex min-h-dvh flex-col bg-paper text-lg leading-[1.5625rem] [overflow-wrap:anywhere]">
      <a
        href="#main"
        className="fixed start-2 top-2 z-50 -translate-y-16 rounded bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {words.skip}
      </a>
      {demo}
      <div className="mx-auto flex w-full max-w-portal flex-1 flex-col px-5 py-5 sm:py-10">
        <header className="pb-6">
          <p className="flex items-center gap-2 text-base font-semibold ltr:tracking-tight">
            <Logo />
            {words.name}
          </p>
        </header>
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
        <footer className="mt-auto flex flex-col gap-4 pt-10 text-base text-ink-3">
          <WaysToReachUs />
          <p>{words.foot}</p>
          {once ? null : <LanguageSwitch />}
        </footer>
      </div>
    </div>
  );
}

/** The one heading of a public page. */
export function PortalTitle({ children }: { children: ReactNode }) {
  return <h1 className="text-3xl font-semibold ltr:tracking-tight [overflow-wrap:anywhere]">{children}</h1>;
}

/** What the heading means and what happens next. */
export function PortalText({ children }: { children: ReactNode }) {
  return <p className="mt-3 text-ink-2">{children}</p>;
}

/** A part of a public page under its `h2`. */
export function PortalPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8 border-t border-line pt-6">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** What happens next, in order. */
export function PortalNext({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <PortalPart title={title}>
      <ol className="mt-3 flex list-decimal flex-col gap-2 ps-5 text-ink-2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </PortalPart>
  );
}

/** A link in a line of its own, large enough for a thumb. */
export function PortalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="mt-4 text-center">
      <a
        href={href}
        className="inline-block rounded px-2 py-2 font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-accent"
      >
        {children}
      </a>
    </p>
  );
}
