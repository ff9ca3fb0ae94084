import { Bar, BarPanel } from "../bar-panel";
import { Button } from "../button";
import { TextArea } from "../field";
import { ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { ticketName } from "../words/labels";
import { holdStopReasons, rejectReasons } from "../words/reasons";
import { bar, toSubmit } from "../words/ticket";
import { ActForm } from "./act-form";
import type { Part } from "./part";
import { ReasonForm } from "./reason-form";
import { SayNo } from "./say-no";

/** Saying no, a note, and sending it on: always in reach. */
export function TicketBar(part: Part) {
  const { t, problem } = part;
  const { may } = t;
  const name = ticketName(t.number);
  if (!may.cancel && !may.note && !may.submit && !may["stop-hold"] && !may.reject) return null;
  return (
    <Bar>
      {may.cancel ? <SayNo {...part} /> : null}
      {may.reject ? (
        <BarPanel label={bar.reject} tone="danger" title={bar.rejectTitle(name)} open={problem?.form === "rejection"}>
          <ReasonForm
            {...part}
            noun="rejection"
            hint={bar.rejectHint}
            reasons={rejectReasons}
            button={bar.rejectButton(name)}
            signed
          />
        </BarPanel>
      ) : null}
      {may["stop-hold"] ? (
        <BarPanel
          label={bar.stopHold}
          tone="danger"
          title={bar.stopHoldButton(name)}
          open={problem?.form === "hold-stop"}
        >
          <ReasonForm
            {...part}
            noun="hold-stop"
            hint={bar.stopHoldHint}
            reasons={holdStopReasons}
            button={bar.stopHoldButton(name)}
          />
        </BarPanel>
      ) : null}
      {may.note ? <NotePanel {...part} /> : null}
      {may.submit ? <Submit {...part} /> : null}
    </Bar>
  );
}

function NotePanel({ t, desk, problem }: Part) {
  const refused = problemOf(problem, "notes");
  return (
    <BarPanel label={bar.note} hint="M" title={bar.noteTitle} open={refused !== null}>
      <ActForm number={t.number} noun="notes" formKey={desk.formKey} className="flex flex-col gap-3">
        <ProblemNotice problem={refused} className="mb-0" />
        <TextArea
          id="note"
          name="text"
          label={bar.noteLabel}
          hint={bar.noteHint}
          required
          rows={4}
          {...fieldOf(refused, "text")}
        />
        <Button tone="primary" className="self-start">
          {bar.saveNote}
        </Button>
      </ActForm>
    </BarPanel>
  );
}

function Submit({ t, desk }: Part) {
  return (
    <ActForm number={t.number} noun="submission" formKey={desk.formKey} className="ml-auto flex items-center gap-3">
      <span id="to-submit" className="text-ink-3 max-md:sr-only">
        {toSubmit(t)}
      </span>
      <Button tone="primary" disabled={!t.satisfied} aria-describedby="to-submit">
        <span>
          {bar.submitShort}
          <span className="max-sm:sr-only">{bar.submitRest}</span>
        </span>
      </Button>
    </ActForm>
  );
}
