import type { Instant } from "domain/time";
import type { QueueRow } from "domain/view";
import { FormKey } from "../hidden";
import { Cell, Row, RowLink } from "../row";
import type { Desk } from "../shell/desk";
import { StateTag, TierBadge } from "../tag";
import { Age, Left, When } from "../time";
import { capital } from "../words/amounts";
import { queueWords } from "../words/desk";
import { handOverWords } from "../words/glass";
import { lossWords, nextWords, ticketName } from "../words/labels";
import { regionWords } from "../words/regions";

/** One ticket of the queue: masks, what was lost, what comes next and how it stands against its target. */
export function QueueLine({ row, now, desk }: { row: QueueRow; now: Instant; desk: Desk }) {
  return (
    <Row id={row.id}>
      <Cell className="max-md:order-1">
        <Name row={row} />
      </Cell>
      <Cell className="max-md:order-5 max-md:w-full">
        <bdi className="max-md:mr-2 md:block">{row.holder}</bdi>
        <span className="text-ink-3">
          <bdi>{row.contact}</bdi> · {regionWords(row.region)}
        </span>
      </Cell>
      <Cell className="max-md:order-6">
        {capital(lossWords(row.loss))}
        {row.asked ? <span className="text-ink-3 md:block"> {queueWords.asked}</span> : null}
      </Cell>
      <Cell className="max-md:order-2">
        <TierBadge tier={row.tier} />
      </Cell>
      <Cell className="max-md:order-3">
        <StateTag state={row.state} returned={row.returned} />
      </Cell>
      <Cell className="max-md:order-7 max-md:ml-auto max-md:text-right max-md:text-ink-2">
        <Next row={row} desk={desk} />
      </Cell>
      <Cell className="max-md:order-4 max-md:ml-auto">
        <Waiting row={row} now={now} />
      </Cell>
    </Row>
  );
}

function Waiting({ row, now }: { row: QueueRow; now: Instant }) {
  if (row.dueAt !== null) return <Left until={row.dueAt} now={now} />;
  return (
    <span className="text-ink-3">
      <Age since={row.openedAt} now={now} /> {queueWords.old}
    </span>
  );
}

/** The ticket's name: a link to what this reader may open of it; where that is nothing, a name, and why. */
function Name({ row }: { row: QueueRow }) {
  const name = ticketName(row.number);
  if (row.sight === "all" || row.sight === "glass") return <RowLink href={`/tickets/${row.number}`}>{name}</RowLink>;
  if (row.sight === "photos" && row.photo)
    return <RowLink href={`/tickets/${row.number}/photos/${row.photo}`}>{name}</RowLink>;
  if (row.sight === "photos" && row.purchase)
    return <RowLink href={`/tickets/${row.number}/purchases/${row.purchase}`}>{name}</RowLink>;
  return (
    <span className="font-medium tabular-nums text-ink-2">
      {name}
      <span className="block font-normal text-ink-3">
        <bdi>{row.agentName ? queueWords.with(row.agentName) : queueWords.others}</bdi>
      </span>
      {row.mayHandOver ? (
        <a
          href={`/tickets/${row.number}/hand-over`}
          className="relative z-10 inline-block rounded py-1 font-normal text-accent underline-offset-4 hover:underline"
        >
          {handOverWords.link}
          <span className="sr-only"> {name}</span>
        </a>
      ) : null}
    </span>
  );
}

/** The next step; where it is this agent's to claim, the step itself is the button. */
function Next({ row, desk }: { row: QueueRow; desk: Desk }) {
  if (row.next === "claim" && desk.viewer.role === "agent") {
    return (
      <form method="post" action={`/tickets/${row.number}/claim`} className="relative z-10 w-fit">
        <FormKey formKey={desk.formKey} form={`claim.${row.number}`} />
        <button
          type="submit"
          data-row-key="c"
          className="-my-1 rounded py-1 font-medium text-accent underline-offset-4 hover:underline max-md:min-h-8"
        >
          {nextWords.claim}
          <span className="sr-only"> {ticketName(row.number)}</span>
        </button>
      </form>
    );
  }
  return (
    <>
      {nextWords[row.next]}
      {row.holdEndsAt === null ? null : (
        <>
          {" "}
          {queueWords.until} <When at={row.holdEndsAt} now={desk.now} zone={desk.zone} />
        </>
      )}
      {row.agentName && row.sight !== "none" ? (
        <span className="block text-ink-3">
          {row.mine ? queueWords.you : <bdi>{queueWords.with(row.agentName)}</bdi>}
        </span>
      ) : null}
    </>
  );
}
