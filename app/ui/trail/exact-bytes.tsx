import { ChevronDown } from "lucide-react";
import { CopyButton } from "../copy";
import { Section } from "../page";
import { entryWords as words } from "../words/trail";

const sheet = "rounded-lg border border-line bg-wash px-4 py-3 font-mono text-sm";

/** The bytes that were hashed, the same laid out for reading, and the hash of their leaf. */
export function ExactBytes({ json, leaf }: { json: string; leaf: string }) {
  return (
    <>
      <Section title={words.exact} aside={<span className="text-ink-3">{words.exactText}</span>}>
        <pre className={`${sheet} select-all whitespace-pre-wrap [overflow-wrap:anywhere]`}>{json}</pre>
      </Section>
      <details className="group">
        <summary className="flex items-center gap-1.5 rounded py-1 font-semibold text-accent">
          <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
          {words.pretty}
        </summary>
        <pre className={`${sheet} mt-2 whitespace-pre-wrap [overflow-wrap:anywhere]`}>{laidOut(json)}</pre>
      </details>
      <Section title={words.leaf} aside={<span className="text-ink-3">{words.leafText}</span>}>
        <p className="font-mono text-sm [overflow-wrap:anywhere]">
          <span className="select-all">{leaf}</span> <CopyButton text={leaf} label={words.leaf} />
        </p>
      </Section>
    </>
  );
}

function laidOut(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
