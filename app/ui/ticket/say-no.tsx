import { BarPanel } from "../bar-panel";
import { Button } from "../button";
import { RadioField } from "../choice";
import { ProblemNotice, Say } from "../notice";
import { problemOf } from "../problem";
import { ticketName } from "../words/labels";
import { cancelReasons } from "../words/reasons";
import { endSayings, sayNo } from "../words/sayings";
import { ActForm } from "./act-form";
import type { Part } from "./part";
import { Copy, Sayings } from "./sayings";

/** As easy as yes: what to read aloud of what was refused, is missing or pushed for, and the end of the ticket with its own sentence. */
export function SayNo(part: Part) {
  return (
    <BarPanel
      label={sayNo.button}
      tone="danger"
      hint="N"
      title={sayNo.title}
      wide
      open={part.problem?.form === "cancellation"}
    >
      <div className="grid gap-4 lg:grid-cols-2 lg:gap-8">
        <div>
          <p className="mb-2 text-ink-2">{sayNo.lead}</p>
          <Sayings {...part} />
        </div>
        <EndTicket {...part} />
      </div>
    </BarPanel>
  );
}

function EndTicket({ t, desk, problem }: Part) {
  const name = ticketName(t.number);
  const refused = problemOf(problem, "cancellation");
  const sayings = endSayings(desk.owners);
  return (
    <ActForm
      number={t.number}
      noun="cancellation"
      formKey={desk.formKey}
      className="flex flex-col gap-2 border-line max-lg:border-t max-lg:pt-4 lg:border-l lg:pl-8"
    >
      <ProblemNotice problem={refused} className="mb-0" />
      <fieldset>
        <legend className="font-semibold">{sayNo.end}</legend>
        <p className="mb-1 text-ink-2">{sayNo.endHint(name)}</p>
        {Object.entries(cancelReasons).map(([reason, words]) => (
          <div key={reason} className="group/end">
            <RadioField
              name="reason"
              value={reason}
              required
              label={words}
              defaultChecked={refused?.typed?.reason === reason}
            />
            <div className="hidden pb-2 pl-6 group-has-[:checked]/end:block">
              <Say>
                {sayings[reason]} <Copy text={sayings[reason] ?? ""} />
              </Say>
            </div>
          </div>
        ))}
      </fieldset>
      <Button tone="danger" className="self-start">
        {sayNo.endButton(name)}
      </Button>
    </ActForm>
  );
}
