import type { TrailPage } from "domain/view";
import { ChevronDown } from "lucide-react";
import { Button, ButtonLink } from "../button";
import { SelectField, TextField } from "../field";
import { outcomeWords } from "../words/labels";
import { trailWords as words } from "../words/trail";
import { ActorField } from "./actor-field";
import { isFiltered } from "./filter";
import { TypeField } from "./type-field";

/** The search of the trail: a GET form, so that every search has an address. */
export function FilterForm({ filter, staff }: Pick<TrailPage, "filter" | "staff">) {
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
        <TextField
          id="ticket"
          name="ticket"
          label={words.ticket}
          placeholder="1042"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={filter.ticket ?? ""}
        />
        <TextField
          id="account"
          name="account"
          label={words.account}
          autoComplete="off"
          defaultValue={filter.account ?? ""}
        />
        <SelectField id="outcome" name="outcome" label={words.outcome} defaultValue={filter.outcome ?? ""}>
          <option value="">{words.anyOutcome}</option>
          {Object.entries(outcomeWords).map(([outcome, label]) => (
            <option key={outcome} value={outcome}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField id="from" name="from" type="date" label={words.from} defaultValue={filter.from ?? ""} />
        <TextField id="to" name="to" type="date" label={words.to} defaultValue={filter.to ?? ""} />
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
