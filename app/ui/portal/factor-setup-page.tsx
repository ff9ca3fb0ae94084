import { Button } from "../button";
import { CodeField } from "../code-field";
import { useWords } from "../language";
import { fieldOf, type Problem, problemOf } from "../problem";
import { factorWords } from "../words/second-factor";
import { PortalForm } from "./form";
import { PortalLink, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface FactorSetupPageProps extends PortalProps {
  problem: Problem | null;
  /** An SVG document, ASCII; shown as an image, so that nothing in it can run. */
  qrSvg: string;
  /** The same secret in base32, for typing. */
  typedKey: string;
  /** The same as an address that an app on this phone opens. */
  address: string;
}

/** Sets a holder's authenticator up: the picture, the key, and the first code that turns it on. */
export function FactorSetupPage({ formKey, problem, demo, ...secret }: FactorSetupPageProps) {
  const words = useWords(factorWords);
  const mine = problemOf(problem, "setup");
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.setupTitle}</PortalTitle>
      <PortalText>{words.setupText}</PortalText>
      <Secret {...secret} />
      <PortalForm action="/account/second-factor/setup" form="setup" formKey={formKey} problem={mine}>
        <CodeField id="code" label={words.first} hint={words.firstHint} large {...fieldOf(mine, "code")} />
        <Button tone="primary" size="lg">
          {words.confirm}
        </Button>
      </PortalForm>
      <PortalLink href="/account/second-factor">{words.later}</PortalLink>
    </PortalShell>
  );
}

function Secret({ qrSvg, typedKey, address }: Pick<FactorSetupPageProps, "qrSvg" | "typedKey" | "address">) {
  const words = useWords(factorWords);
  return (
    <>
      <p className="mt-6">
        <a
          href={address}
          className="inline-block rounded py-1 font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-accent"
        >
          {words.samePhone}
        </a>
      </p>
      <figure className="mt-4">
        <figcaption className="mb-2 font-medium">{words.scan}</figcaption>
        {/* Scanners want dark on light, whatever the theme. */}
        <img
          src={`data:image/svg+xml;base64,${btoa(qrSvg)}`}
          alt={words.picture}
          width={208}
          height={208}
          className="size-52 max-w-none rounded border border-line"
        />
      </figure>
      <p className="mt-4 font-medium">{words.typed}</p>
      <p dir="ltr" className="mt-1 select-all font-mono text-lg [overflow-wrap:anywhere] rtl:text-end">
        {grouped(typedKey)}
      </p>
      <p className="text-base text-ink-2">{words.typedHint}</p>
    </>
  );
}

/** A key in groups of four, as it is read and typed. */
const grouped = (key: string): string => (key.match(/.{1,4}/g) ?? []).join(" ");
