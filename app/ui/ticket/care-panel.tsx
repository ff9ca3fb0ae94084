import { Section } from "../page";
import { noted } from "../words/care";
import { care } from "../words/sayings";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** Care in both directions: how an agent is talked round, and how a caller can be sure of the agent. */
export function CarePanel({ t, desk }: Part) {
  if (!t.mine) return null;
  return (
    <Section title={care.title}>
      <p className="text-ink-2">
        {care.agent}{" "}
        {t.may.release ? (
          <button
            type="submit"
            form="release"
            className="rounded font-medium text-accent underline-offset-4 hover:underline"
          >
            {care.handOver}
          </button>
        ) : (
          care.handOver
        )}
        .
      </p>
      <p className="mt-2 text-ink-2">
        {care.caller} {care.callerSay} <b className="whitespace-nowrap font-mono font-medium text-ink">{t.reference}</b>
        .”
      </p>
      <ActForm number={t.number} noun="acknowledgement" formKey={desk.formKey} className="mt-1">
        <button type="submit" className="min-h-6 rounded text-ink-3 underline-offset-4 hover:underline">
          {noted}
        </button>
      </ActForm>
    </Section>
  );
}
