import { tiers } from "domain/loss";
import type { PolicyFact } from "domain/policy-facts";
import type { ReactNode } from "react";
import { Facts, Section } from "../page";
import { capital } from "../words/amounts";
import { policiesWords as words } from "../words/policies";
import { factLabel, factValue, tierHeadings } from "../words/policy-facts";

/** All that a policy says: tier by tier, then what proofs are worth, then the rest. */
export function PolicyFacts({ facts }: { facts: readonly PolicyFact[] }) {
  const of = (...kinds: PolicyFact["of"][]) => facts.filter((fact) => kinds.includes(fact.of));
  return (
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
      {tiers.map((tier) => (
        <Group
          key={tier}
          title={tierHeadings[tier]}
          facts={facts.filter((f) => "tier" in f && f.tier === tier)}
          tier={tier}
        />
      ))}
      <Group title={words.proofs} facts={of("points")} />
      <Group title={words.caps} facts={of("cap")} />
      <Group title={words.raise} facts={of("raise-within", "raise-count")} />
      <Group title={words.other} facts={of("contact-age", "password", "fresh")} />
    </div>
  );
}

function Group({ title, facts, tier }: { title: string; facts: readonly PolicyFact[]; tier?: string }) {
  if (facts.length === 0) return null;
  const rows = facts.map((fact): [string, ReactNode] => [bare(factLabel(fact), tier), factValue(fact)]);
  return (
    <Section title={title}>
      <Facts facts={rows} className="grid-cols-[minmax(0,1fr)_auto] [&_dd]:max-w-44 [&_dd]:text-right" />
    </Section>
  );
}

/** Under a tier's own heading its name need not be said again. */
function bare(label: string, tier: string | undefined): string {
  return capital(tier && label.startsWith(`${tier} `) ? label.slice(tier.length + 1) : label);
}
