import { isRefusedOutside } from "domain/outside";
import type { OutsideView } from "domain/view";
import { Notice } from "../notice";
import { Tag } from "../tag";
import { When } from "../time";
import { checkpointsWords as words } from "../words/checkpoints";

interface PlacesProps {
  places: OutsideView[];
  now: number;
  zone: string;
}

/** Every place outside with how far it has got; nowhere is said as the weakness it is. */
export function Places({ places, now, zone }: PlacesProps) {
  if (places.length === 0)
    return (
      <Notice tone="warn">
        <p>{words.noPlaces}</p>
      </Notice>
    );
  return (
    <ul className="border-t border-line">
      {places.map((place) => (
        <li key={place.name} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2.5">
          <span className="font-medium [overflow-wrap:anywhere]">{words.place(place.name)}</span>
          <State place={place} />
          <span className="text-ink-2">
            {place.size === 0 ? words.hasNone : words.has(place.size)}
            {place.takenAt === null ? null : (
              <>
                , {words.taken} <When at={place.takenAt} now={now} zone={zone} />
              </>
            )}
          </span>
          {place.failingSince === null ? null : (
            <span className="text-ink-2">
              {words.since} <When at={place.failingSince} now={now} zone={zone} />
              {place.problem ? (
                <>
                  , <span className="font-mono text-sm">{place.problem}</span>
                </>
              ) : null}
              {isRefusedOutside(place.problem) ? `. ${words.refusedHint}` : null}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function State({ place }: { place: OutsideView }) {
  if (place.failingSince === null && !place.late)
    return place.takenAt === null ? null : <Tag tone="good">{words.reached}</Tag>;
  const isRefused = isRefusedOutside(place.problem);
  return (
    <>
      {place.late ? <Tag tone="bad">{words.late}</Tag> : null}
      {isRefused || !place.late ? <Tag tone="warn">{isRefused ? words.refused : words.failing}</Tag> : null}
    </>
  );
}
