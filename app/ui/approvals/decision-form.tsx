import type { PacketView } from "domain/view";
import { Button } from "../button";
import { choicesOf, OneOf } from "../choice";
import { CodeField } from "../code-field";
import { TextArea } from "../field";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { ActForm } from "../ticket/act-form";
import { decisions } from "../words/packet";

interface DecisionFormProps {
  desk: Desk;
  packet: PacketView;
  problem: Problem | null;
  noun: "approval" | "return" | "rejection";
  reasons: Record<string, string>;
  hint: string;
  button: string;
}

/** A decision with its reason, its note and a fresh code; a rejection needs the note, an approval names the packet's hash. */
export function DecisionForm({ desk, packet, problem, noun, reasons, hint, button }: DecisionFormProps) {
  const refused = problemOf(problem, noun);
  const approving = noun === "approval";
  return (
    <ActForm number={packet.number} noun={noun} formKey={desk.formKey} className="flex flex-col gap-3">
      <ProblemNotice problem={refused} className="mb-0" />
      <p className="text-ink-2">{hint}</p>
      {approving ? <input type="hidden" name="packet" value={packet.hash} /> : null}
      <OneOf legend={decisions.reason} name="reason" choices={choicesOf(reasons)} problem={refused} />
      <TextArea
        id={`${noun}-note`}
        name="note"
        label={noun === "rejection" ? decisions.noteNeeded : decisions.noteOptional}
        hint={decisions.noteHint}
        required={noun === "rejection"}
        rows={2}
        {...fieldOf(refused, "note")}
      />
      <CodeField id={`${noun}-code`} label={decisions.code} hint={decisions.codeHint} {...fieldOf(refused, "code")} />
      <Button tone={noun === "rejection" ? "danger" : "primary"} className="self-start">
        {button}
      </Button>
    </ActForm>
  );
}
