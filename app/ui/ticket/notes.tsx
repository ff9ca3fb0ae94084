import { Section } from "../page";
import { When } from "../time";
import { story } from "../words/ticket";
import type { Part } from "./part";

/** What colleagues wrote down. */
export function Notes({ t, desk }: Part) {
  if (t.notes.length === 0) return null;
  return (
    <Section title={story.notes}>
      <ul className="flex flex-col gap-3">
        {t.notes.map((note) => (
          <li key={`${note.at} ${note.byName}`} className="border-l-2 border-line-strong pl-3">
            <p className="whitespace-pre-line [overflow-wrap:anywhere]" dir="auto">
              {note.text}
            </p>
            <p className="text-ink-3">
              <bdi>{note.byName}</bdi>, <When at={note.at} now={t.now} zone={desk.zone} />
              {note.removed ? ` · ${story.noteRemoved}` : null}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
