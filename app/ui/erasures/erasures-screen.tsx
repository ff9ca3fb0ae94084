import type { AccountHit } from "domain/view";
import type { ErasuresPage } from "domain/view-erasure";
import type { ReactNode } from "react";
import { Button } from "../button";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { PageTop, Section } from "../page";
import { fieldOf, type Problem, problemOf } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { zoneCity } from "../words/clock";
import { erasuresWords as words } from "../words/erasures";
import { zoneNote } from "../words/portal";
import { ErasureHits } from "./hits";
import { ErasureLines } from "./lines";

/** What was searched, and what it fits exactly. */
export interface ErasureFind {
  q: string;
  hits: AccountHit[];
}

interface ErasuresScreenProps {
  desk: Desk;
  lists: ErasuresPage;
  /** The lists that do not begin with their newest line. */
  further: readonly (keyof ErasuresPage)[];
  problem: Problem | null;
  find?: ErasureFind | null;
  demo?: ReactNode;
}

const order = ["waiting", "held", "erased"] as const;

/** Where admins find an account to erase, with what waits, what is held, and what is gone. */
export function ErasuresScreen({ desk, lists, further, problem, find = null, demo }: ErasuresScreenProps) {
  return (
    <DeskShell desk={desk} place="erasures" demo={demo}>
      <PageTop title={words.title} />
      <div className="flex w-full max-w-doc flex-col gap-8 px-4 py-5 lg:px-6">
        <Section title={words.find}>
          <Find formKey={desk.formKey} problem={problemOf(problem, "find")} typed={find?.q} />
          {find ? <ErasureHits find={find} desk={desk} /> : null}
        </Section>
        {order.map((name) => (
          <Section key={name} title={words[name]}>
            <ErasureLines name={name} list={lists[name]} further={further.includes(name)} desk={desk} />
          </Section>
        ))}
        <p className="text-ink-3">{zoneNote(zoneCity(desk.zone))}</p>
      </div>
    </DeskShell>
  );
}

/** What is typed may be a user name, so it is posted, and stands in no address. */
function Find({ formKey, problem, typed }: { formKey: string; problem: Problem | null; typed?: string }) {
  return (
    <form method="post" action="/erasures/search">
      <FormKey formKey={formKey} form="find" />
      <ProblemNotice problem={problem} />
      <TextField
        id="q"
        name="q"
        type="search"
        label={words.findLabel}
        hint={words.findText}
        required
        autoComplete="off"
        spellCheck={false}
        maxLength={320}
        defaultValue={typed}
        beside={<Button tone="primary">{words.findButton}</Button>}
        {...fieldOf(problem, "q")}
      />
    </form>
  );
}
