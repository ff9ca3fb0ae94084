import type { ProofsView } from "domain/view-proofs";
import { Button } from "../../button";
import { CodeField } from "../../code-field";
import { FormKey } from "../../hidden";
import { useWords } from "../../language";
import { ProblemNotice } from "../../notice";
import { fieldOf, type Problem, problemOf } from "../../problem";
import { When } from "../../time";
import { invitationWords, voucheeWords } from "../../words/portal-people";
import { PortalFold, PortalForm } from "../form";
import { PortalPart, PortalText } from "../shell";
import type { ProofsPart } from "./codes-part";
import { EndLink } from "./people-part";

/** Who asks this holder to vouch for them, should it ever be needed. */
export function InvitationsPart({ proofs, zone, formKey, problem }: ProofsPart) {
  const words = useWords(invitationWords);
  const mine = problemOf(problem, "invitation");
  if (proofs.invitations.length === 0) return <ProblemNotice problem={mine} className="mt-6" />;
  return (
    <PortalPart title={words.title}>
      <ProblemNotice problem={mine} className="mt-4" />
      {proofs.invitations.map(({ link, name, at }) => (
        <form key={link} method="post" action="/account/invitation" className="mt-4 flex flex-col gap-3">
          <FormKey formKey={formKey} form={`invitation.${link}`} />
          <input type="hidden" name="link" value={link} />
          <p>
            {words.text(name)}{" "}
            <span className="text-base text-ink-2">
              <When at={at} now={proofs.now} zone={zone} />
            </span>
          </p>
          <p className="text-ink-2">{words.care}</p>
          <Button tone="primary" size="lg" name="answer" value="accept">
            {words.accept}
          </Button>
          <Button size="lg" name="answer" value="decline">
            {words.decline}
          </Button>
        </form>
      ))}
    </PortalPart>
  );
}

/** Whom this holder may be asked to vouch for, each with a field for the number they were read. */
export function VoucheesPart({ proofs, zone, formKey, problem }: ProofsPart) {
  const words = useWords(voucheeWords);
  const mine = problemOf(problem, "vouch") ?? problemOf(problem, "vouched");
  if (proofs.vouchees.length === 0) return <ProblemNotice problem={mine} className="mt-6" />;
  const shown = proofs.vouchees.some((one) => one.link === mine?.typed?.link);
  return (
    <PortalPart title={words.title}>
      {shown ? null : <ProblemNotice problem={mine} className="mt-4" />}
      {proofs.vouchees.map((one) => (
        <Vouchee
          key={one.link}
          one={one}
          now={proofs.now}
          zone={zone}
          formKey={formKey}
          problem={mine?.typed?.link === one.link ? mine : null}
        />
      ))}
    </PortalPart>
  );
}

interface VoucheeProps {
  one: ProofsView["vouchees"][number];
  now: number;
  zone: string;
  formKey: string;
  problem: Problem | null;
}

function Vouchee({ one, now, zone, formKey, problem }: VoucheeProps) {
  const words = useWords(voucheeWords);
  const mayNow = now >= one.mayVouchFrom;
  const idOf = (field: string): string => `${field}-${one.link}`;
  return (
    <div className="mt-4">
      <bdi className="font-medium">{words.who(one.name)}</bdi>
      <span className="block text-base text-ink-2">
        {mayNow ? (
          <>
            {words.since} <When at={one.since} zone={zone} form="date" />
          </>
        ) : (
          <>
            {words.from} <When at={one.mayVouchFrom} zone={zone} form="date" />
          </>
        )}
      </span>
      {mayNow ? (
        <PortalFold title={words.fold(one.name)} open={problem !== null}>
          <PortalText>{words.text}</PortalText>
          <PortalForm
            action="/account/vouch"
            form={`vouch.${one.link}`}
            formKey={formKey}
            problem={problem}
            idOf={idOf}
          >
            <input type="hidden" name="link" value={one.link} />
            <CodeField
              id={idOf("code")}
              label={words.number}
              hint={words.numberHint}
              large
              autoComplete="off"
              {...fieldOf(problem, "code")}
            />
            <Button tone="primary" size="lg">
              {words.send}
            </Button>
          </PortalForm>
        </PortalFold>
      ) : (
        <ProblemNotice problem={problem} className="mt-3" />
      )}
      <EndLink link={one.link} formKey={formKey} what={words.end} about={words.who(one.name)} />
    </div>
  );
}
