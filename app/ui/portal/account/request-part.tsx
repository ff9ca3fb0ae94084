import { type Instant, isoOf } from "domain/time";
import type { HolderView } from "domain/view";
import type { SignInProof as Proof } from "domain/view-factor";
import { Button } from "../../button";
import { FormKey } from "../../hidden";
import { useLanguage, useWords } from "../../language";
import { accountPagesWords } from "../../words/account-pages";
import { capital } from "../../words/amounts";
import { ticketName } from "../../words/labels";
import { publicLossWords } from "../../words/losses";
import { momentWords } from "../../words/portal-times";
import { proofWords } from "../../words/proof";
import { PortalText } from "../shell";
import { SignInProof } from "../sign-in-proof";

/** By ticket: the pages on which its holder proves that the account is theirs, one a contact. */
export type OwnershipWays = Record<string, { mask: string; path: string }[]>;

interface RequestPartProps {
  one: HolderView["recent"][number];
  ways: OwnershipWays[string];
  /** How its holder may show by their second factor that the account is theirs. */
  proof: Proof | null;
  now: Instant;
  zone: string;
  formKey: string;
  /** Whether its holder is asked if it was their own. */
  asks?: boolean;
}

/** One request to get in: what it says, what came of it, and the button that stops it. */
export function RequestPart({ one, ways, proof, now, zone, formKey, asks = false }: RequestPartProps) {
  const language = useLanguage();
  const words = accountPagesWords[language].history;
  const ticket = ticketName(one.number);
  return (
    <div className="mt-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium tabular-nums">{words.was(ticket)}</span>
        <span className="text-base text-ink-2">
          <time dateTime={isoOf(one.openedAt)}>{capital(momentWords(language, one.openedAt, now, zone))}</time>
        </span>
      </p>
      <PortalText>
        {words.lost(publicLossWords[language].lost(one.loss))} {words.states[one.state]}
      </PortalText>
      {ways.length > 0 && proof !== "proved" ? <Ways ways={ways} /> : null}
      <SignInProof proof={proof} ticket={one.ticket} formKey={formKey} />
      {one.mayObject ? (
        <form method="post" action="/account/objection" className="mt-3 flex flex-col gap-3 rounded-lg bg-bad-wash p-4">
          <FormKey formKey={formKey} form={`objection.${one.number}`} />
          <input type="hidden" name="ticket" value={one.ticket} />
          {asks ? (
            <Button name="answer" value="mine" size="lg">
              {words.mine}
            </Button>
          ) : null}
          <p className="font-semibold">{words.notMe}</p>
          <p>{words.notMeText}</p>
          <Button name="answer" value="stop" tone="danger" size="lg">
            {words.stop(ticket)}
          </Button>
        </form>
      ) : null}
    </div>
  );
}

/** Whoever said stop proves that the account is theirs, with a code to one of its contacts to begin with. */
function Ways({ ways }: { ways: OwnershipWays[string] }) {
  const words = useWords(proofWords);
  return (
    <div className="mt-3 rounded-lg bg-wait-wash p-4">
      <p className="font-semibold">{words.title}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {ways.map(({ mask, path }) => (
          <li key={path}>
            <a href={path} className="inline-block rounded py-1 font-medium underline underline-offset-4">
              {words.withCode(mask)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
