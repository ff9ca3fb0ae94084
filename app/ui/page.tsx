import type { ReactNode } from "react";
import { cx } from "./cx";

interface PageTopProps {
  title: ReactNode;
  /** Small words before the title: a number, the list it belongs to. */
  before?: ReactNode;
  /** Badges and small words after it. */
  after?: ReactNode;
  /** Buttons at the far end. */
  children?: ReactNode;
}

/** The head of a desk page: its one `h1`, what qualifies it, its actions. */
export function PageTop({ title, before, after, children }: PageTopProps) {
  return (
    <header className="flex min-h-[3.75rem] flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3 lg:px-6">
      {before ? <span className="tabular-nums text-ink-3">{before}</span> : null}
      <h1 className="min-w-0 text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">{title}</h1>
      {after ? <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">{after}</div> : null}
      {children ? <div className="flex flex-wrap items-center gap-3 max-sm:contents sm:ml-auto">{children}</div> : null}
    </header>
  );
}

/** A part of a page under its `h2`. */
export function Section({
  title,
  aside,
  children,
  className,
  id,
}: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  id?: string;
}) {
  return (
    <section className={className} aria-labelledby={id}>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Facts about one object, name before value. */
export function Facts({
  facts,
  className,
}: {
  facts: readonly (readonly [name: string, value: ReactNode])[];
  className?: string;
}) {
  return (
    <dl className={cx("grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5", className)}>
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A list without rows: what that means, and what to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="px-6 py-16 text-center">
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="mx-auto mt-1 max-w-md text-ink-2">{children}</div> : null}
    </div>
  );
}
