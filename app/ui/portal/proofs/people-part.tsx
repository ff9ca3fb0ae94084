import type { PersonView } from "domain/view-proofs";
import { Button } from "../../button";
import { CheckField } from "../../choice";
import { TextField } from "../../field";
import { FormKey } from "../../hidden";
import { useWords } from "../../language";
import { ProblemNotice } from "../../notice";
import { fieldOf, type Problem, problemOf } from "../../problem";
import { When } from "../../time";
import { peopleWords } from "../../words/portal-people";
import { PortalFold, PortalForm } from "../form";
import { PortalPart, PortalText } from "../shell";
import type { ProofsPart } from "./codes-part";
import { Quarantine } from "./quarantine";

/** Whom this holder linked or asked, and the form that asks one more. */
export function PeoplePart({ proofs, zone, formKey, problem }: ProofsPart) {
  const words = useWords(peopleWords);
  return (
    <PortalPart title={words.title}>
      <PortalText>{words.why}</PortalText>
      <ProblemNotice problem={problemOf(problem, "ending")} className="mt-4" />
      {proofs.people.length === 0 ? <p className="mt-3 font-medium">{words.none}</p> : null}
      <ul className="mt-4 flex flex-col gap-5">
        {proofs.people.map((person) => (
          <Person key={person.link} person={person} zone={zone} formKey={formKey} />
        ))}
      </ul>
      {proofs.quarantinedUntil ? (
        <Quarantine until={proofs.quarantinedUntil} zone={zone} />
      ) : (
        <Invite formKey={formKey} problem={problemOf(problem, "people")} />
      )}
    </PortalPart>
  );
}

function Person({ person, zone, formKey }: { person: PersonView; zone: string; formKey: string }) {
  const words = useWords(peopleWords);
  const name = person.address ?? words.unnamed;
  return (
    <li>
      <bdi className="font-medium [overflow-wrap:anywhere]">{name}</bdi>
      <span className="block text-base text-ink-2">
        <Standing person={person} zone={zone} />
      </span>
      <EndLink link={person.link} formKey={formKey} what={person.linked ? words.end : words.takeBack} about={name} />
    </li>
  );
}

function Standing({ person, zone }: { person: PersonView; zone: string }) {
  const words = useWords(peopleWords);
  if (person.installer) return <>{words.installer}</>;
  if (!person.linked || person.mayVouchFrom === null) return <>{words.waiting}</>;
  return (
    <>
      {words.since} <When at={person.since} zone={zone} form="date" />
      {words.comma} {words.from} <When at={person.mayVouchFrom} zone={zone} form="date" />
    </>
  );
}

/** Ends a link, or takes an invitation back. */
export function EndLink({
  link,
  formKey,
  what,
  about,
}: {
  link: string;
  formKey: string;
  what: string;
  about: string;
}) {
  const words = useWords(peopleWords);
  return (
    <form method="post" action="/account/people/ending" className="mt-2">
      <FormKey formKey={formKey} form={`ending.${link}`} />
      <input type="hidden" name="link" value={link} />
      <Button>
        {what}
        <span className="sr-only">{words.about(about)}</span>
      </Button>
    </form>
  );
}

function Invite({ formKey, problem }: { formKey: string; problem: Problem | null }) {
  const words = useWords(peopleWords);
  return (
    <PortalFold title={words.invite} open={problem !== null}>
      <PortalText>{words.inviteText}</PortalText>
      <PortalForm action="/account/people" form="people" formKey={formKey} problem={problem}>
        <TextField
          id="email"
          name="email"
          dir="ltr"
          type="email"
          label={words.email}
          large
          required
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          {...fieldOf(problem, "email")}
        />
        <CheckField
          id="installer"
          name="installer"
          label={words.isInstaller}
          hint={words.isInstallerHint}
          large
          defaultChecked={problem?.typed?.installer === "on"}
        />
        <Button tone="primary" size="lg">
          {words.send}
        </Button>
      </PortalForm>
    </PortalFold>
  );
}
