import type { ReactNode } from "react";
import { Logo } from "../icons";
import { productName, skipWords } from "../words/desk";

/** A page of the demo itself: neither desk nor portal. */
export function DemoShell({
  demo,
  title,
  text,
  back,
  children,
}: {
  demo?: ReactNode;
  title: ReactNode;
  text?: string;
  back?: { href: string; words: string };
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col bg-paper">
      <a
        href="#main"
        className="fixed left-2 top-2 z-50 -translate-y-16 rounded bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {skipWords}
      </a>
      {demo}
      <div className="mx-auto w-full max-w-doc px-4 py-6 sm:py-10">
        <header className="mb-6 flex items-center justify-between gap-4">
          <p className="flex items-center gap-2 font-semibold tracking-tight">
            <Logo />
            {productName}
          </p>
          {back ? (
            <a href={back.href} className="rounded py-1 font-medium text-accent hover:underline">
              {back.words}
            </a>
          ) : null}
        </header>
        <main id="main" tabIndex={-1} className="outline-none">
          <h1 className="text-2xl font-semibold tracking-tight [overflow-wrap:anywhere]">{title}</h1>
          {text ? <p className="mb-5 mt-1 max-w-2xl text-lg text-ink-2">{text}</p> : null}
          {children}
        </main>
      </div>
    </div>
  );
}
