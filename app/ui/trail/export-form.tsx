import type { TrailFilter } from "domain/view";
import { ChevronDown } from "lucide-react";
import { Button } from "../button";
import { ChoiceGroup, RadioField } from "../choice";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { exportWords as words } from "../words/trail";
import { filterFields, isFiltered } from "./filter";

interface ExportFormProps {
  filter: TrailFilter;
  formKey: string;
  problem: Problem | null;
}

const idOf = (field: string): string => (field === "format" ? "export-jsonl" : `export-${field}`);

/** Exports what the search found: it takes a reason and a fresh code, and is an entry itself. */
export function ExportForm({ filter, formKey, problem }: ExportFormProps) {
  const mine = problemOf(problem, "export");
  return (
    <details className="group border-b border-line" open={mine !== null}>
      <summary className="flex items-center gap-1.5 px-4 py-2 font-medium lg:px-6">
        <ChevronDown aria-hidden="true" className="size-4 text-ink-3 transition-transform group-open:rotate-180" />
        {words.title}
      </summary>
      <form method="post" action="/trail/export" className="flex max-w-2xl flex-col gap-4 px-4 pb-5 lg:px-6">
        <ProblemNotice problem={mine} idOf={idOf} />
        <p className="text-ink-2">
          {words.text(isFiltered(filter))} {words.proves}
        </p>
        <FormKey formKey={formKey} form="export" />
        {filterFields(filter).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Fields problem={mine} />
        <Button tone="primary" className="self-start">
          {words.send}
        </Button>
      </form>
    </details>
  );
}

function Fields({ problem }: { problem: Problem | null }) {
  const format = problem?.typed?.format ?? "jsonl";
  const code = fieldOf(problem, "code");
  return (
    <>
      <ChoiceGroup legend={words.format} error={problem?.fields?.format}>
        <RadioField
          id="export-jsonl"
          name="format"
          value="jsonl"
          label={words.jsonl}
          defaultChecked={format !== "csv"}
        />
        <RadioField id="export-csv" name="format" value="csv" label={words.csv} defaultChecked={format === "csv"} />
      </ChoiceGroup>
      <TextField
        id="export-reason"
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        required
        autoComplete="off"
        maxLength={200}
        {...fieldOf(problem, "reason")}
      />
      <CodeField
        id="export-code"
        label={words.code}
        hint={words.codeHint}
        error={code.error}
        autoFocus={code.autoFocus}
      />
    </>
  );
}
