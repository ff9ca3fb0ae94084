import type { ReactNode } from "react";

/** The one thing to do now, set apart from all else. */
export function Card({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <section aria-labelledby="now" className="rounded-lg border border-line-strong p-4 sm:p-5">
      <h2 id="now" className="text-lg font-semibold">
        {title}
      </h2>
      {children ? <div className="mt-1 flex flex-col gap-3">{children}</div> : null}
    </section>
  );
}
