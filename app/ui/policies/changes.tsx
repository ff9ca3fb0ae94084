import type { PolicyChange } from "domain/policy-facts";
import type { ReactNode } from "react";
import { Section } from "../page";
import { Tag } from "../tag";
import { policyWords as words } from "../words/policies";
import { factLabel, factValue } from "../words/policy-facts";

/** What a document changes, line by line, and which lines let more through. */
export function Changes({ changes }: { changes: readonly PolicyChange[] }) {
  const weaker = changes.filter((change) => change.weaker).length;
  const { changeColumns: columns } = words;
  return (
    <Section title={words.changes}>
      <p className="mb-3 text-ink-2">{words.weakerCount(weaker)}</p>
      <table className="w-full">
        <caption className="sr-only">{words.changes}</caption>
        <thead>
          <tr className="border-b border-line text-left text-xs text-ink-3">
            <Th>{columns.what}</Th>
            <Th>{columns.before}</Th>
            <Th>{columns.after}</Th>
            <Th>
              <span className="sr-only">{columns.how}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Change key={labelOf(change)} change={change} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const labelOf = ({ before, after }: PolicyChange): string => {
  const fact = after ?? before;
  return fact ? factLabel(fact) : "";
};

function Change({ change }: { change: PolicyChange }) {
  const { before, after } = change;
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2 pr-3 text-left font-medium">
        {labelOf(change)}
      </th>
      <td className="py-2 pr-3 text-ink-2">{before ? <del className="no-underline">{factValue(before)}</del> : "–"}</td>
      <td className="py-2 pr-3">{after ? <ins className="no-underline">{factValue(after)}</ins> : "–"}</td>
      <td className="py-2 text-right">{change.weaker ? <Tag tone="warn">{words.weaker}</Tag> : null}</td>
    </tr>
  );
}

const Th = ({ children }: { children: ReactNode }) => (
  <th scope="col" className="py-2 pr-3 font-medium">
    {children}
  </th>
);
