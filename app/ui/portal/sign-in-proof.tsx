import type { SignInProof as Proof } from "domain/view-factor";
import { Button } from "../button";
import { FormKey } from "../hidden";
import { useWords } from "../language";
import { factorWords } from "../words/second-factor";
import { PortalLink, PortalText } from "./shell";

interface SignInProofProps {
  /** Null for whoever is not signed in to the account, or has no second factor. */
  proof: Proof | null;
  ticket: string;
  formKey: string;
}

/** How who objected shows that the account is theirs, in a session that was signed in with the second factor since then. */
export function SignInProof({ proof, ticket, formKey }: SignInProofProps) {
  const words = useWords(factorWords);
  if (proof === "proved" || proof === null) return null;
  if (proof === "anew") return <p className="mt-3">{words.proveAnew}</p>;
  return (
    <form method="post" action="/account/objection/proof" className="mt-3 flex flex-col gap-3">
      <FormKey formKey={formKey} form={`proof.${ticket}`} />
      <input type="hidden" name="ticket" value={ticket} />
      <p>{words.proveNow}</p>
      <Button tone="primary" size="lg">
        {words.proveSend}
      </Button>
    </form>
  );
}

/** The same on the page behind an objection link, whoever opened it. */
export function SignInProofHint(props: SignInProofProps) {
  const words = useWords(factorWords);
  if (props.proof !== null) return <SignInProof {...props} />;
  return (
    <>
      <PortalText>{words.proveElsewhere}</PortalText>
      <PortalLink href="/account/sign-in">{words.proveLink}</PortalLink>
    </>
  );
}
