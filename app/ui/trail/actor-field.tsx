import type { TrailPage } from "domain/view";
import { SelectField, TextField } from "../field";
import { trailWords as words } from "../words/trail";
import { whoWords } from "../words/who";

/** Who acted: a member of staff by name, or one of the others; typed where the staff is too large for a list. */
export function ActorField({ actor, staff }: { actor: string | null; staff: TrailPage["staff"] }) {
  if (staff.length === 0)
    return (
      <TextField
        id="actor"
        name="actor"
        label={words.actor}
        placeholder={words.actorHint}
        autoComplete="off"
        defaultValue={actor ?? ""}
      />
    );
  const listed = actor === null || others.includes(actor) || staff.some((s) => s.id === actor);
  return (
    <SelectField id="actor" name="actor" label={words.actor} defaultValue={actor ?? ""}>
      <option value="">{words.anyone}</option>
      <optgroup label={words.staff}>
        {staff.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label={words.others}>
        {others.map((id) => (
          <option key={id} value={id}>
            {whoWords(id, null)}
          </option>
        ))}
        {listed ? null : <option value={actor}>{`${whoWords(actor, null)} (${actor})`}</option>}
      </optgroup>
    </SelectField>
  );
}

const others = ["worker", "directory", "system", "anyone"];
