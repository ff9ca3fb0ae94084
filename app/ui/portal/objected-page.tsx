import { useLanguage, useWords } from "../language";
import { Notice } from "../notice";
import { ticketName } from "../words/labels";
import { objectedWords } from "../words/portal-ends";
import { momentWords } from "../words/portal-times";
import { isProving, proofWords } from "../words/proof";
import type { ObjectionPageProps } from "./objection-page";
import { ProofForm } from "./proof-form";
import { PortalNext, PortalPart, PortalShell, PortalText, PortalTitle } from "./shell";
import { SignInProofHint } from "./sign-in-proof";

/** Said once someone objected: what stopped, and how to prove that the account is theirs. */
export function ObjectedPage(props: ObjectionPageProps) {
  const words = useWords(objectedWords);
  const { about, news, demo } = props;
  return (
    <PortalShell demo={demo}>
      {news ? (
        <Notice tone="info" role="status" className="mb-6">
          {news}
        </Notice>
      ) : null}
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text(ticketName(about.number))}</PortalText>
      {about.frozen ? <PortalText>{words.frozen}</PortalText> : null}
      <Proof {...props} />
      <PortalNext title={words.nextTitle} lines={nextOf(words, about)} />
    </PortalShell>
  );
}

/** What happens now, by how far the proof is and whether the account was recovered. */
function nextOf(words: typeof objectedWords.en, { frozen, proof }: ObjectionPageProps["about"]): readonly string[] {
  const next = frozen ? words.nextRecovered : words.next;
  return proof.stage === "proved" || proof.stage === "over" ? next[proof.stage] : next.open;
}

function Proof({ about, signIn, path, now, zone, formKey, problem }: ObjectionPageProps) {
  const language = useLanguage();
  const words = proofWords[language];
  const { proof } = about;
  if (proof.stage === "proved") return <PortalText>{words.proved}</PortalText>;
  if (proof.stage === "over") return <PortalText>{words.over}</PortalText>;
  if (!isProving(proof.stage)) return null;
  return (
    <PortalPart title={words.title}>
      <PortalText>{words.now(momentWords(language, proof.proveBy ?? now, now, zone), about.frozen)}</PortalText>
      <ProofForm proof={proof} path={path} formKey={formKey} problem={problem} />
      {about.frozen || proof.stage !== "now" ? null : <SignInProofHint {...signIn} formKey={formKey} />}
    </PortalPart>
  );
}
