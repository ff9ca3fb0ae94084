import type { GlassPage } from "domain/view-glass";
import type { ReactNode } from "react";
import { Notice, ProblemNotice } from "../notice";
import { PageTop, Section } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { glassNews, glassWords as words } from "../words/glass";
import { AskForm } from "./ask-form";
import { AskedLines } from "./asked-lines";
import { BrokenLines } from "./broken-lines";

interface GlassScreenProps {
  desk: Desk;
  page: GlassPage;
  /** The ticket that the reader came to ask for, or null. */
  about: number | null;
  problem: Problem | null;
  /** The act that led here, as the address names it. */
  done: string | null;
  demo?: ReactNode;
}

/** Break-glass: two supervisors ask and confirm; admins and auditors see what was opened, by whom and why. */
export function GlassScreen({ desk, page, about, problem, done, demo }: GlassScreenProps) {
  const news = done && Object.hasOwn(glassNews, done) ? glassNews[done] : null;
  const isSupervisor = desk.viewer.role === "supervisor";
  return (
    <DeskShell desk={desk} place="glass" demo={demo}>
      <PageTop title={words.title} />
      <div className="flex w-full max-w-doc flex-col gap-8 px-4 py-5 lg:px-6">
        {news ? (
          <Notice tone="good" role="status">
            <p>{news}</p>
          </Notice>
        ) : null}
        {problem && isFormGone(problem, page) ? <ProblemNotice problem={problem} className="mb-0" /> : null}
        <p className="max-w-2xl text-ink-2">{words.means}</p>
        {isSupervisor ? (
          <>
            <Section title={words.waiting}>
              <AskedLines lines={page.asked} desk={desk} problem={problem} />
            </Section>
            <Section title={words.ask.title}>
              <AskForm desk={desk} about={about} problem={problem} />
            </Section>
          </>
        ) : null}
        <Section title={words.broken}>
          <BrokenLines lines={page.broken} desk={desk} />
        </Section>
      </div>
    </DeskShell>
  );
}

/** The form that was refused stands on the page no more: what it was about has gone on, or takes no words of its own. */
const isFormGone = ({ form }: Problem, { asked }: GlassPage): boolean =>
  form !== "ask" && !asked.some((line) => form === `confirmation.${line.number}` && !line.own);
