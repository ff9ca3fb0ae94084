import { type Loss, tiers } from "domain/loss";
import type { QueuePage } from "domain/view";
import type { ReactNode } from "react";
import { Button } from "../button";
import { cx } from "../cx";
import { SelectField } from "../field";
import { queueWords } from "../words/desk";
import { lossLabel } from "../words/labels";
import { regionWords } from "../words/regions";

const losses: readonly (keyof Loss)[] = ["password", "secondFactor", "email", "phone"];

/** The filters, kept in the URL by a GET form, and the place where word of new tickets appears. */
export function QueueFilters({ page }: { page: QueuePage }) {
  const { filter, view, regions } = page;
  const any = filter.loss !== null || filter.tier !== null || filter.region !== null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 lg:px-6">
      <form method="get" action="/queue" className="grid grid-cols-3 items-center gap-2 sm:flex sm:flex-wrap">
        {view === "all" ? null : <input type="hidden" name="view" value={view} />}
        <Pick name="loss" label={queueWords.loss} any={queueWords.anyLoss} value={filter.loss}>
          {losses.map((loss) => (
            <option key={loss} value={loss}>
              {queueWords.loss}: {lossLabel(loss)}
            </option>
          ))}
        </Pick>
        <Pick name="tier" label={queueWords.tier} any={queueWords.anyTier} value={filter.tier}>
          {tiers.map((tier) => (
            <option key={tier} value={tier}>
              {queueWords.tier}: {tier}
            </option>
          ))}
        </Pick>
        <Pick name="region" label={queueWords.region} any={queueWords.anyRegion} value={filter.region}>
          {regions.map((region) => (
            <option key={region} value={region}>
              {queueWords.region}: {regionWords(region)}
            </option>
          ))}
        </Pick>
        <Button className="min-h-8 justify-self-start px-3 py-1">{queueWords.filter}</Button>
        {any ? (
          <a
            href={view === "all" ? "/queue" : `/queue?view=${view}`}
            className="rounded px-2 py-1 text-ink-2 underline"
          >
            {queueWords.clear}
          </a>
        ) : null}
      </form>
      <p role="status" className="ml-auto">
        <a
          data-live-pill=""
          hidden
          href={hrefOf(page)}
          className="inline-flex rounded-full bg-accent-wash px-3 py-1 font-medium text-accent"
        >
          {queueWords.newer}
        </a>
      </p>
    </div>
  );
}

interface PickProps {
  name: string;
  label: string;
  any: string;
  value: string | null;
  children: ReactNode;
}
function Pick({ name, label, any, value, children }: PickProps) {
  return (
    <SelectField
      id={`filter-${name}`}
      label={label}
      labelHidden
      name={name}
      defaultValue={value ?? ""}
      className={cx(
        "min-h-8 py-1 max-sm:pl-2 max-sm:pr-7 sm:w-auto sm:max-w-44",
        value !== null && "border-accent bg-accent-wash font-medium text-accent",
      )}
    >
      <option value="">{any}</option>
      {children}
    </SelectField>
  );
}

/** The first page of this view with its filters. */
function hrefOf({ view, filter }: QueuePage): string {
  const query = new URLSearchParams();
  if (view !== "all") query.set("view", view);
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query.size > 0 ? `/queue?${query}` : "/queue";
}
