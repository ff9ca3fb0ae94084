import type { FactorWay } from "domain/take-factor";
import type { DevicesView } from "domain/view-things";
import { Button } from "../../button";
import { TextField } from "../../field";
import { useWords } from "../../language";
import { fieldOf, type Problem, problemOf } from "../../problem";
import { When } from "../../time";
import { thingsWords } from "../../words/things";
import { PortalFold, PortalForm } from "../form";
import { PortalText } from "../shell";
import { GivenAgain, idOfGiven, isOpen, Removal, ThingsPage, type ThingsProps } from "./parts";

/** A holder's devices, each by its model and the end of its serial alone, and the form that adds one more. */
export function DevicesPage({ view, formKey, problem, ...page }: ThingsProps & { view: DevicesView }) {
  const words = useWords(thingsWords);
  const { devices } = view;
  return (
    <ThingsPage title={words.devices.title} text={words.devices.text} standing={view} {...page}>
      <p className="mt-4 font-medium">
        {devices.length === 0 ? words.devices.none : words.devices.count(devices.length)}
      </p>
      <ul className="mt-6 flex flex-col gap-4">
        {devices.map((one) => (
          <li key={one.id} className="border-t border-line pt-4">
            <Name device={one} />
            <span className="block text-base text-ink-2">
              {words.since} <When at={one.since} zone={page.zone} form="date" />
            </span>
            {one.countsFrom === null ? null : (
              <span className="block text-base text-ink-2">
                {words.countsFrom} <When at={one.countsFrom} zone={page.zone} form="date" />
              </span>
            )}
            {isOpen(view) ? (
              <Removal
                action="/account/devices/removal"
                name="device"
                value={one.id}
                what={words.devices.one(one.end)}
                text={words.devices.removeText}
                factor={view.factor}
                formKey={formKey}
                problem={problem}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen(view) ? <Add factor={view.factor} formKey={formKey} problem={problemOf(problem, "device")} /> : null}
    </ThingsPage>
  );
}

function Name({ device: { model, end } }: { device: DevicesView["devices"][number] }) {
  const words = useWords(thingsWords).devices;
  if (model === null) return <span className="font-medium">{words.one(end)}</span>;
  return (
    <>
      <bdi className="font-medium [overflow-wrap:anywhere]">{model}</bdi> {words.ending(end)}
    </>
  );
}

function Add({ factor, formKey, problem }: { factor: FactorWay; formKey: string; problem: Problem | null }) {
  const words = useWords(thingsWords);
  return (
    <PortalFold title={words.devices.addTitle} open={problem !== null}>
      <PortalText>
        {words.devices.addText} {words.told}
      </PortalText>
      <PortalForm action="/account/devices" form="device" formKey={formKey} problem={problem} idOf={idOfGiven}>
        <TextField
          id="serial"
          name="serial"
          label={words.devices.field}
          hint={words.devices.fieldHint}
          large
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          {...fieldOf(problem, "serial")}
        />
        <GivenAgain id="password" factor={factor} problem={problem} />
        <Button tone="primary" size="lg">
          {words.devices.add}
        </Button>
      </PortalForm>
    </PortalFold>
  );
}
