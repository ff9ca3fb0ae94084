import type { TicketView } from "domain/view";
import { Notice, type Tone } from "../notice";
import { When } from "../time";
import { directoryWords } from "../words/directory";

const tones: Record<NonNullable<TicketView["directory"]>["state"], Tone> = {
  waiting: "wait",
  refused: "warn",
  failed: "bad",
  stopped: "warn",
  done: "good",
};

/** That the directory where the account lives is asked, and what stands in the way; nothing once it did everything. */
export function DirectoryNotice({ t, zone }: { t: TicketView; zone: string }) {
  const job = t.directory;
  if (!job || job.state === "done") return null;
  const { lead, rest } = directoryWords.ticket(job);
  return (
    <Notice tone={tones[job.state]} title={lead}>
      <p>
        {rest} <When at={job.since} now={t.now} zone={zone} className="text-ink-2" />
      </p>
    </Notice>
  );
}
