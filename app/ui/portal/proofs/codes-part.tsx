import type { ProofsView } from "domain/view-proofs";
import { Button } from "../../button";
import { TextField } from "../../field";
import { useWords } from "../../language";
import { fieldOf, type Problem, problemOf } from "../../problem";
import { When } from "../../time";
import { codesWords } from "../../words/portal-codes";
import { factorWords } from "../../words/second-factor";
import { PortalFold, PortalForm } from "../form";
import { PortalText } from "../shell";
import { Quarantine } from "./quarantine";

/** What every part of the holder's page about proofs is given. */
export interface ProofsPart {
  proofs: ProofsView;
  zone: string;
  formKey: string;
  problem: Problem | null;
}

/** How many saved codes are left, and the form that makes new ones. */
export function CodesPart({ proofs, zone, formKey, problem, open = false }: ProofsPart & { open?: boolean }) {
  const words = useWords(codesWords);
  const { codes } = proofs;
  return (
    <>
      <PortalText>{words.why}</PortalText>
      <p className="mt-3 font-medium">
        {codes ? words.left(codes.left, codes.of) : words.none}
        {codes ? (
          <span className="block text-base font-normal text-ink-2">
            {words.madeOn} <When at={codes.madeAt} zone={zone} form="date" />
          </span>
        ) : null}
      </p>
      {proofs.quarantinedUntil ? (
        <Quarantine until={proofs.quarantinedUntil} zone={zone} />
      ) : (
        <MakeCodes
          formKey={formKey}
          problem={problemOf(problem, "codes")}
          again={codes !== null}
          asksFactor={proofs.asksFactor}
          open={open}
        />
      )}
    </>
  );
}

interface MakeCodesProps {
  formKey: string;
  problem: Problem | null;
  again: boolean;
  asksFactor: boolean;
  open: boolean;
}

function MakeCodes({ formKey, problem, again, asksFactor, open }: MakeCodesProps) {
  const words = useWords(codesWords);
  const factor = useWords(factorWords);
  return (
    <PortalFold title={again ? words.again : words.make} open={open || problem !== null}>
      <PortalText>
        {again ? `${words.againText} ` : ""}
        {words.first}
      </PortalText>
      <PortalForm
        action="/account/codes"
        form="codes"
        formKey={formKey}
        problem={problem}
        idOf={(field) => (field === "code" ? "codes-factor" : field)}
      >
        <TextField
          id="password"
          name="password"
          type="password"
          label={words.password}
          large
          required
          autoComplete="current-password"
          {...fieldOf(problem, "password")}
        />
        {asksFactor ? (
          <TextField
            id="codes-factor"
            name="code"
            label={factor.code}
            hint={factor.codeHint}
            large
            required
            maxLength={60}
            autoComplete="one-time-code"
            spellCheck={false}
            dir="ltr"
            className="font-mono tracking-wide"
            {...fieldOf(problem, "code")}
          />
        ) : null}
        <Button tone="primary" size="lg">
          {words.send}
        </Button>
      </PortalForm>
    </PortalFold>
  );
}
