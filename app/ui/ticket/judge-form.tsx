import type { ReactNode } from "react";
import { Button } from "../button";
import { TextField } from "../field";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem } from "../problem";
import type { Desk } from "../shell/desk";
import { ActForm } from "./act-form";
import { DeclineForm } from "./decline-form";

interface JudgeFormProps {
  desk: Desk;
  number: number;
  /** What is judged, as its path under the ticket. */
  item: string;
  lead: string;
  words: { title: string; serial: string; hint: string; button: string; decline: string; declineButton: string };
  /** Why it may be set aside. */
  reasons: Record<string, string>;
  refused: Problem | null;
  /** What else the judge says of it. */
  children: ReactNode;
}

/** The judge types the serial they read, or says why nothing can be read; the matcher decides, not the judge. */
export function JudgeForm({ desk, number, item, lead, words, reasons, refused, children }: JudgeFormProps) {
  const form = { number, noun: `${item}/judgement`, formKey: desk.formKey };
  return (
    <div className="flex flex-col gap-6">
      <ActForm {...form} which="serial" className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{words.title}</h2>
        <p className="text-ink-2">{lead}</p>
        <ProblemNotice problem={refused} className="mb-0" />
        <TextField
          id="serial"
          name="serial"
          label={words.serial}
          hint={words.hint}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          data-focus=""
          className="font-mono text-lg tracking-wide"
          {...fieldOf(refused, "serial")}
        />
        {children}
        <Button tone="primary" className="self-start">
          {words.button}
        </Button>
      </ActForm>
      <DeclineForm form={form} words={words} reasons={reasons} refused={refused} />
    </div>
  );
}
