import type { PacketView } from "domain/view";
import type { ReactNode } from "react";

/** What every section of the packet is given. */
export interface Part {
  p: PacketView;
  zone: string;
}

/** A section of the document under a rule. */
export function Sheet({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line py-4">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-semibold">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** One line of the document: what it is about, what is said of it, and at the far end how it stands. */
export function SheetRow({ name, end, children }: { name: ReactNode; end?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-0.5 py-1.5 sm:grid-cols-[10.5rem_minmax(0,1fr)_auto]">
      <dt className="max-sm:font-medium">{name}</dt>
      <dd className="min-w-0 max-sm:order-3 max-sm:col-span-2">{children}</dd>
      {end ? <dd className="text-right text-ink-3">{end}</dd> : null}
    </div>
  );
}
