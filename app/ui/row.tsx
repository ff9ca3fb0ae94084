import type { ReactNode } from "react";
import { cx } from "./cx";

/** A table row that is one link: its first cell holds a RowLink, and the whole row leads there. */
export function Row({ id, children }: { id: string; children: ReactNode }) {
  return (
    <tr
      data-row={id}
      className="relative transition-colors hover:bg-wash has-[a:focus-visible]:bg-accent-wash max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:gap-y-1 max-md:border-b max-md:border-line max-md:px-4 max-md:py-3"
    >
      {children}
    </tr>
  );
}

/** The link that covers its row: the row's name to readers, the row's whole area to a pointer. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      className="whitespace-nowrap font-medium tabular-nums outline-none after:absolute after:inset-0 focus-visible:after:border-l-[3px] focus-visible:after:border-accent focus-visible:after:outline focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      {children}
    </a>
  );
}

/** A cell of such a row. */
export function Cell({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <td
      className={cx(
        "border-b border-line px-3 py-2.5 align-top first:pl-6 last:pr-6 max-md:border-0 max-md:p-0 max-md:first:pl-0 max-md:last:pr-0",
        className,
      )}
    >
      {children}
    </td>
  );
}
