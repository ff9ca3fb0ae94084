import { renderings } from "domain/export";
import type { TrailFilter } from "domain/view";
import { ChevronDown } from "lucide-react";
import { Button } from "../button";
import { CheckField, ChoiceGroup } from "../choice";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { ReasonAndCode } from "../reason-and-code";
import { holdsWords, renderingWords } from "../words/exports";
import { exportWords as words } from "../words/trail";
import { ExportChoices } from "./export-choices";
import { filterFields, searchOf } from "./filter";

interface ExportFormProps {
  filter: TrailFilter;
  /** How many entries the trail has. */
  size: number;
  formKey: string;
  problem: Problem | null;
  isOpen?: boolean;
}

const idOf = (field: string): string => (field === "format" ? "export-bundle" : `export-${field}`);

/** Exports what the search found: it takes a reason and a fresh code, and is an entry itself. */
export function ExportForm({ filter, size, formKey, problem, isOpen = false }: ExportFormProps) {
  const mine = problemOf(problem, "export");
  return (
    <details id="export" className="group border-b border-line" open={isOpen || mine !== null}>
      <summary className="flex items-center gap-1.5 px-4 py-2 font-medium lg:px-6">
        <ChevronDown aria-hidden="true" className="size-4 text-ink-3 transition-transform group-open:rotate-180" />
        {words.title}
      </summary>
      <form
        method="post"
        action={`/trail/exports${searchOf(filter)}`}
        className="flex max-w-2xl flex-col gap-4 px-4 pb-5 lg:px-6"
      >
        <ProblemNotice problem={mine} idOf={idOf} />
        <p className="text-ink-2">{holdsWords(filter, size)}</p>
        <FormKey formKey={formKey} form="export" />
        {filterFields(filter).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ExportChoices filter={filter} problem={mine} />
        <BundleFields problem={mine} />
        <ReasonAndCode {...{ idOf, words }} problem={mine} maxLength={200} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button tone="primary">{words.send}</Button>
          <span className="min-w-0 flex-1 basis-64 text-ink-2 [[aria-busy]_&]:hidden">{words.after}</span>
          <span role="status" className="hidden min-w-0 flex-1 basis-64 font-medium [[aria-busy]_&]:inline">
            {words.sent}
          </span>
        </div>
      </form>
    </details>
  );
}

/** What else goes into a bundle; of no account for just the lines. */
function BundleFields({ problem }: { problem: Problem | null }) {
  const typed = problem?.typed;
  return (
    <>
      <ChoiceGroup legend={words.also} row>
        {renderings.map((one) => (
          <CheckField
            key={one}
            id={`export-${one}`}
            name={one}
            label={renderingWords[one].label}
            hint={renderingWords[one].hint}
            defaultChecked={typed ? typed[one] === "on" : one === "csv"}
          />
        ))}
      </ChoiceGroup>
      <TextField
        id="export-older"
        name="older"
        label={words.older}
        hint={words.olderHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
        className="max-w-48"
        {...fieldOf(problem, "older")}
      />
    </>
  );
}
