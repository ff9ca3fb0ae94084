import type { ProofView } from "domain/view";
import { ChevronDown } from "lucide-react";
import { ButtonLink } from "../button";
import { CopyButton } from "../copy";
import { Notice } from "../notice";
import { Section } from "../page";
import { When } from "../time";
import { entryWords as words } from "../words/trail";

/** That the entry is in the tree that was signed: checked by the server, and as a file for whoever checks it elsewhere. */
export function EntryProof({ seq, proof, zone }: { seq: number; proof: ProofView; zone: string }) {
  if (!proof.holds)
    return (
      <Section title={words.proof}>
        <Notice tone="bad" title={words.notProven}>
          <p>
            {words.notProvenText(proof.size)}{" "}
            <a href="/verify" className="font-medium underline">
              {words.notProvenLink}
            </a>
          </p>
        </Notice>
      </Section>
    );
  return (
    <Section title={words.proof} aside={<span className="text-ink-3">C2SP tlog-proof</span>}>
      <p>
        <span className="font-medium">{words.proven(proof.size)}</span>, {words.provenSigned}{" "}
        <When at={proof.at} zone={zone} form="full" className="whitespace-normal" />.{" "}
        <span className="text-ink-2">{words.provenHow(proof.hashes.length)}</span>
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <ButtonLink href={`/trail/${seq}/proof`}>{words.proofFile}</ButtonLink>
      </div>
      <details className="group mt-3">
        <summary className="flex items-center gap-1.5 rounded py-1 font-semibold text-accent">
          <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
          {words.hashes(proof.hashes.length)}
        </summary>
        <ol className="mt-2 rounded-lg border border-line bg-wash px-4 py-3 font-mono text-sm">
          {proof.hashes.map((hash) => (
            <li key={hash} className="[overflow-wrap:anywhere]">
              {hash}
            </li>
          ))}
          <li className="mt-2 [overflow-wrap:anywhere]">
            <span className="font-sans text-ink-3">{words.proofRoot}</span> {proof.root}{" "}
            <CopyButton text={proof.root} label={words.proofRoot.toLowerCase()} />
          </li>
        </ol>
      </details>
    </Section>
  );
}
