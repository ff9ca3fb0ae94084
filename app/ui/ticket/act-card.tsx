import { Button } from "../button";
import { Notice, ProblemNotice, Say } from "../notice";
import { problemOf } from "../problem";
import { claimWords, confirmWords, contactWords, submitWords, waitWords } from "../words/acts";
import { toSubmit } from "../words/ticket";
import { ActForm } from "./act-form";
import { Card } from "./card";
import { ConfirmContact } from "./confirm-contact";
import { NewContact } from "./new-contact";
import { nextAct, type Way, ways } from "./next-act";
import type { Part } from "./part";
import { WaitCard } from "./wait-card";
import { WayBody, wayTitle } from "./way";

/** The next action in its one place. */
export function ActCard(part: Part) {
  const { t, problem } = part;
  const act = nextAct(t, problem?.form ?? null);
  if (isWay(act)) {
    return (
      <Card title={wayTitle(act, t)}>
        <WayBody way={act} main {...part} />
      </Card>
    );
  }
  switch (act) {
    case "claim":
      return <Claim {...part} />;
    case "contact":
      return (
        <Card title={contactWords.title}>
          <NewContact main {...part} />
        </Card>
      );
    case "confirm":
      return (
        <Card title={confirmWords.title(t.newContact?.kind ?? "email")}>
          <ConfirmContact {...part} />
        </Card>
      );
    case "submit":
      return <Submit {...part} />;
    case "stuck":
      return (
        <Card title={waitWords.stuck}>
          <p className="text-ink-2">{waitWords.stuckBody}</p>
          <Say>{waitWords.stuckSay}</Say>
        </Card>
      );
    case "wait":
      return <WaitCard {...part} />;
  }
}

const isWay = (act: string): act is Way => ways.some((way) => way === act);

function Claim({ t, desk, problem }: Part) {
  return (
    <Card title={claimWords.title}>
      <ProblemNotice problem={problemOf(problem, "claim")} className="mb-0" />
      <p className="text-ink-2">{claimWords.body}</p>
      <ActForm number={t.number} noun="claim" formKey={desk.formKey}>
        <Button tone="primary" hint="C">
          {claimWords.button}
        </Button>
      </ActForm>
    </Card>
  );
}

function Submit({ t, problem }: Part) {
  const [photos, purchases] = [t.photos, t.purchases].map((all) => all.filter((one) => one.result === null).length);
  return (
    <Card title={submitWords.title}>
      <ProblemNotice problem={problemOf(problem, "submission")} className="mb-0" />
      <p className="text-ink-2">
        {toSubmit(t)}. {submitWords.body}
      </p>
      {photos || purchases ? <Notice tone="warn">{submitWords.unread(photos ?? 0, purchases ?? 0)}</Notice> : null}
    </Card>
  );
}
