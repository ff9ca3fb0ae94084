import { Section } from "../page";
import { When } from "../time";
import { photoWords } from "../words/acts";
import type { Part } from "./part";

/** The photos of this ticket with what a second person read in them. */
export function Photos({ t, desk }: Part) {
  if (t.photos.length === 0) return null;
  return (
    <Section title={photoWords.list}>
      <ul className="divide-y divide-line border-y border-line">
        {t.photos.map((photo, i) => (
          <li key={photo.id} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <a
              href={`/tickets/${t.number}/photos/${photo.id}`}
              className="rounded font-medium text-accent underline underline-offset-4"
            >
              {photoWords.view(i + 1)}
            </a>
            <span className="text-ink-2">
              {photo.result ? photoWords.results[photo.result] : photo.mayJudge ? photoWords.yours : photoWords.waiting}
            </span>
            <When at={photo.at} now={t.now} zone={desk.zone} className="ml-auto text-ink-3" />
          </li>
        ))}
      </ul>
    </Section>
  );
}
