import type { EventType } from "domain/event";
import { SelectField } from "../field";
import { eventLabels } from "../words/event-labels";
import { trailWords as words } from "../words/trail";

const types = (Object.keys(eventLabels) as EventType[]).sort((a, b) =>
  eventLabels[a].localeCompare(eventLabels[b], "en"),
);

/** What happened: several types at once, or one. */
export function TypeField({ type }: { type: string | null }) {
  return (
    <SelectField id="type" name="type" label={words.type} defaultValue={type ?? ""}>
      <option value="">{words.anyType}</option>
      <optgroup label={words.groups}>
        {Object.entries(words.group).map(([group, label]) => (
          <option key={group} value={group}>
            {label}
          </option>
        ))}
      </optgroup>
      <optgroup label={words.types}>
        {types.map((one) => (
          <option key={one} value={one}>
            {eventLabels[one]}
          </option>
        ))}
      </optgroup>
    </SelectField>
  );
}
