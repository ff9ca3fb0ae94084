import type { QueuePage } from "domain/view";
import type { Desk } from "../shell/desk";
import { queueWords } from "../words/desk";
import { QueueLine } from "./queue-line";

/** The tickets as a table; on a phone each row becomes a small card with the same cells. */
export function QueueTable({ desk, page }: { desk: Desk; page: QueuePage }) {
  return (
    <table aria-label={queueWords.rows} className="w-full border-collapse text-left max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          {Object.entries(queueWords.columns).map(([key, title]) => (
            <th
              key={key}
              scope="col"
              className="border-b border-line px-3 py-2 text-xs font-medium text-ink-3 first:pl-6 last:pr-6"
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-rows="" className="max-md:block">
        {page.rows.map((row) => (
          <QueueLine key={row.id} row={row} now={page.now} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}
