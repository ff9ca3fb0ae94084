import { isOneTicket } from "domain/export";
import type { TrailFilter } from "domain/view";
import { ChoiceGroup, RadioField } from "../choice";
import type { Problem } from "../problem";
import { choiceWords } from "../words/exports";
import { exportWords as words } from "../words/trail";
import { isFiltered } from "./filter";

/** What the file may be, each with a line; one ticket is offered alone where the search names a ticket and nothing else. */
export function ExportChoices({ filter, problem }: { filter: TrailFilter; problem: Problem | null }) {
  const bundle = isFiltered(filter) ? choiceWords.filteredBundle : choiceWords.bundle;
  const choices = [
    ...(isOneTicket(filter) ? [{ value: "ticket", ...choiceWords.ticket }] : []),
    { value: "bundle", ...bundle },
    { value: "jsonl", ...choiceWords.jsonl },
    { value: "csv", ...choiceWords.csv },
  ];
  const chosen = problem?.typed?.format ?? choices[0]?.value;
  return (
    <ChoiceGroup legend={words.format} error={problem?.fields?.format}>
      {choices.map(({ value, label, hint }) => (
        <RadioField
          key={value}
          id={`export-${value === "csv" ? "lines-csv" : value}`}
          name="format"
          value={value}
          label={label}
          hint={hint}
          defaultChecked={value === chosen}
        />
      ))}
    </ChoiceGroup>
  );
}
