import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** Something else one may do, folded until asked for. */
export function Fold({ title, open, children }: { title: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group">
      <summary className="flex items-center gap-2 rounded py-2 font-medium">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90"
        />
        {title}
      </summary>
      <div className="flex flex-col gap-3 pb-4 pl-6">{children}</div>
    </details>
  );
}
