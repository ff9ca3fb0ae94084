import type { ReactNode } from "react";
import { cx } from "../cx";
import { Logo } from "../icons";
import { productName, skipWords } from "../words/desk";

/** A page of the desk before anyone is signed in: one panel, nothing else. */
export function AuthShell({ demo, wide, children }: { demo?: ReactNode; wide?: boolean; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="fixed left-2 top-2 z-50 -translate-y-16 rounded bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {skipWords}
      </a>
      {demo}
      <div className={cx("mx-auto w-full px-4 py-8 sm:py-16", wide ? "max-w-4xl" : "max-w-md")}>
        <header className="mb-6 flex items-center gap-2 px-1 font-semibold tracking-tight">
          <Logo />
          {productName}
        </header>
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}

/** The one sheet of such a page. */
export function Panel({ children }: { children: ReactNode }) {
  return <div className="rounded-lg border border-line bg-paper p-5 sm:p-7">{children}</div>;
}
