import type { ReactNode } from "react";
import { CopyButton } from "../copy";
import { needWords } from "../words/labels";
import { needSayings, pressings, type Saying, sayNo } from "../words/sayings";
import type { Part } from "./part";

/** Sentences to read aloud: for what was just refused, for what is missing, and for who pushes; no sentence says which check failed. */
export function Sayings({ t, problem }: Part) {
  const missing = t.mine && t.state === "verifying" ? t.needs : [];
  return (
    <>
      {problem?.saying ? (
        <Group title={sayNo.refused}>
          <Line when={problem.sentence} saying={problem.saying} />
        </Group>
      ) : null}
      {missing.length > 0 ? (
        <Group title={sayNo.needed}>
          {missing.map((need) => (
            <Line key={need} when={needWords[need].what} saying={needSayings[need]} />
          ))}
        </Group>
      ) : null}
      <Group title={sayNo.pushed}>
        {pressings.map(({ when, say }) => (
          <Line key={when} when={when} saying={{ say }} />
        ))}
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-ink-3">{title}</h3>
      <dl className="flex flex-col gap-3">{children}</dl>
    </section>
  );
}

function Line({ when, saying }: { when: string; saying: Pick<Saying, "say"> & Partial<Saying> }) {
  const { say, instead } = saying;
  return (
    <div>
      <dt className="font-medium">{when}</dt>
      <dd className="text-ink-2">
        {say} <Copy text={say} />
      </dd>
      {instead ? (
        <dd className="text-ink-2">
          <span className="text-ink-3">{sayNo.instead}:</span> {instead} <Copy text={instead} />
        </dd>
      ) : null}
    </div>
  );
}

/** Copies a sentence, without making its line higher than the others. */
export const Copy = ({ text }: { text: string }) => (
  <span className="-my-1 inline-flex align-middle">
    <CopyButton text={text} label={sayNo.copyLabel} />
  </span>
);
