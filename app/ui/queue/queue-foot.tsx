import type { QueuePage } from "domain/view";
import { Fragment } from "react";
import { Kbd } from "../kbd";
import { queueWords } from "../words/desk";

/** Older and newer pages by their keyset cursors, and the keys of this page. */
export function QueueFoot({ page, mayClaim }: { page: QueuePage; mayClaim: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 text-ink-3 lg:px-6">
      <nav aria-label={queueWords.pages} className="flex gap-4">
        {page.newer ? <Turn href={cursor(page, "before", page.newer)}>{queueWords.newer}</Turn> : null}
        {page.older ? (
          <Turn older href={cursor(page, "after", page.older)}>
            {queueWords.older}
          </Turn>
        ) : null}
      </nav>
      <p aria-hidden="true" className="ml-auto hidden gap-4 [@media(hover:hover)]:flex">
        <Hint keys={["J", "K"]}>{queueWords.keys.move}</Hint>
        <Hint keys={["Enter"]}>{queueWords.keys.open}</Hint>
        {mayClaim ? <Hint keys={["C"]}>{queueWords.keys.claim}</Hint> : null}
        <Hint keys={["?"]}>{queueWords.keys.all}</Hint>
      </p>
    </div>
  );
}

function Turn({ href, older, children }: { href: string; older?: boolean; children: string }) {
  return (
    <a
      href={href}
      data-older={older ? "" : undefined}
      className="rounded border border-line-strong px-3 py-1 text-ink hover:bg-wash"
    >
      {children}
    </a>
  );
}

function Hint({ keys, children }: { keys: string[]; children: string }) {
  return (
    <span className="flex items-center gap-1">
      {keys.map((key) => (
        <Fragment key={key}>
          <Kbd>{key}</Kbd>
        </Fragment>
      ))}
      {children}
    </span>
  );
}

/** The same view and filters, from a cursor on. */
function cursor(page: QueuePage, name: "after" | "before", at: string): string {
  const query = new URLSearchParams({ view: page.view });
  for (const [key, value] of Object.entries(page.filter)) if (value) query.set(key, value);
  query.set(name, at);
  return `/queue?${query}`;
}
