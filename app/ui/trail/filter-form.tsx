import type { TrailPage } from "domain/view";
import { ChevronDown } from "lucide-react";
import { Button, ButtonLink } from "../button";
import { SelectField, TextField } from "../field";
import { fieldOf, type Problem } from "../problem";
import { outcomeWords } from "../words/labels";
import { trailWords as words } from "../words/trail";
import { ActorField } from "./actor-field";
import { isFiltered } from "./filter";
import { TypeField } from "./type-field";

/** The search of the trail: a GET form, so that every search has an address. */
export function FilterForm({
  filter,
  staff,
  problem,
}: Pick<TrailPage, "filter" | "staff"> & { problem: Problem | null }) {
  const field = (name: "ticket" | "account" | "from" | "to") => ({
    ...{ id: name, name, label: words[name], defaultValue: filter[name] ?? "" },
    ...fieldOf(problem, name),
  });
  return (
    <details open className="group border-b border-line">
      <summary className="flex items-center gap-1.5 px-4 py-2 font-medium lg:px-6">
        <ChevronDown aria-hidden="true" className="size-4 text-ink-3 transition-transform group-open:rotate-180" />
        {words.filter}
      </summary>
      <form
        method="get"
        action="/trail"
        className="grid grid-cols-2 items-end gap-3 px-4 pb-4 sm:grid-cols-4 lg:px-6 xl:grid-cols-[repeat(7,minmax(0,1fr))_auto]"
      >
        <ActorField actor={filter.actor} staff={staff} />
        <TypeField type={filter.type} />
        <TextField {...field("ticket")} hint={words.ticketHint} autoComplete="off" />
        <TextField {...field("account")} hint={words.accountHint} autoComplete="off" />
        <SelectField id="outcome" name="outcome" label={words.outcome} defaultValue={filter.outcome ?? ""}>
          <option value="">{words.anyOutcome}</option>
          {Object.entries(outcomeWords).map(([outcome, label]) => (
            <option key={outcome} value={outcome}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField {...field("from")} type="date" />
        <TextField {...field("to")} type="date" />
        <div className="flex gap-2">
          <Button tone="primary" className="flex-1">
            {words.show}
          </Button>
          {isFiltered(filter) ? <ButtonLink href="/trail">{words.clear}</ButtonLink> : null}
        </div>
      </form>
    </details>
  );
}
