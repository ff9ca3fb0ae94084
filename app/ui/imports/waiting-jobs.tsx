import type { WaitingJob } from "domain/view-directory";
import { Section } from "../page";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { directoryWords as words } from "../words/directory";
import { ticketName } from "../words/labels";

/** Resets and new passwords that wait for the directory, to admins: no account is named, and no ticket opens from here. */
export function WaitingJobs({ jobs, desk }: { jobs: WaitingJob[]; desk: Desk }) {
  if (jobs.length === 0) return null;
  return (
    <Section title={words.waitingTitle}>
      <p className="mb-3 text-ink-2">{words.waitingText}</p>
      <ul className="border-t border-line">
        {jobs.map((job) => (
          <li key={job.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3">
            <span className="font-medium">{job.ticket === null ? words.forgotten : ticketName(job.ticket)}</span>
            <span className="text-ink-2">{words.waits(job.why)}</span>
            <span className="text-ink-3">
              {words.since} <When at={job.since} now={desk.now} zone={desk.zone} />
              {job.next > desk.now ? (
                <>
                  . {words.next} <When at={job.next} now={desk.now} zone={desk.zone} />
                </>
              ) : null}
              .
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
