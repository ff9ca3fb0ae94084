import type { QueueView } from "domain/view";
import { cx } from "../cx";
import { countWords, placeWords, savedViewsTitle } from "../words/desk";
import { viewWords } from "../words/labels";
import { type Count, type Desk, type Place, pathOf, placesOf, savedViews } from "./desk";

/** The menu: the role's places with what waits in each, then the queue's saved views. */
export function Nav({ desk, place, view }: { desk: Desk; place: Place | null; view?: QueueView }) {
  const inView = place === "queue" && view !== undefined && view !== "all";
  return (
    <>
      <ul className="flex flex-col gap-0.5">
        {placesOf[desk.viewer.role].map((p) => (
          <li key={p}>
            <NavLink href={pathOf[p]} current={p === place && !inView} count={desk.counts?.[p]} name={p}>
              {placeWords[p]}
            </NavLink>
          </li>
        ))}
      </ul>
      {desk.views ? <Views views={desk.views} current={inView ? view : undefined} /> : null}
    </>
  );
}

function Views({ views, current }: { views: Record<QueueView, Count>; current: QueueView | undefined }) {
  return (
    <>
      <p className="mx-2 mb-1 mt-4 text-xs font-medium text-ink-3">{savedViewsTitle}</p>
      <ul className="flex flex-col gap-0.5">
        {savedViews.map((v) => (
          <li key={v}>
            <NavLink
              href={`/queue?view=${v}`}
              current={v === current}
              count={v === "ended" ? undefined : views[v]}
              name={v}
            >
              {viewWords[v]}
            </NavLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function NavLink({
  href,
  current,
  count,
  name,
  children,
}: {
  href: string;
  current: boolean;
  count?: Count;
  name: string;
  children: string;
}) {
  return (
    <a
      href={href}
      aria-current={current ? "page" : undefined}
      className={cx(
        "flex items-center justify-between gap-2 rounded px-2 py-1.5 text-ink-2 transition-colors hover:bg-paper hover:text-ink",
        current && "bg-paper font-medium text-ink ring-1 ring-line",
      )}
    >
      {children}
      {count ? (
        <span data-count={name} className="font-normal tabular-nums text-ink-3">
          {countWords(count)}
        </span>
      ) : null}
    </a>
  );
}
