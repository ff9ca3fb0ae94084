import { CircleAlert, CircleCheck, Clock, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { type Problem, saidOf } from "./problem";

export type Tone = "info" | "good" | "wait" | "warn" | "bad";

const looks: Record<Tone, { box: string; icon: typeof Info }> = {
  info: { box: "bg-accent-wash [&>svg]:text-accent", icon: Info },
  good: { box: "bg-good-wash [&>svg]:text-good", icon: CircleCheck },
  wait: { box: "bg-wait-wash [&>svg]:text-wait", icon: Clock },
  warn: { box: "bg-warn-wash [&>svg]:text-warn", icon: TriangleAlert },
  bad: { box: "bg-bad-wash [&>svg]:text-bad", icon: CircleAlert },
};

interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** `alert` for what answers the reader's last act; `status` for good news of it. */
  role?: "alert" | "status";
  className?: string;
}

/** A short message with its meaning in an icon, a colour and words. */
export function Notice({ tone = "info", title, children, role, className }: NoticeProps) {
  const { box, icon: Icon } = looks[tone];
  return (
    <div role={role} className={cx("flex gap-3 rounded-lg px-4 py-3", box, className)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

interface ProblemNoticeProps {
  problem: Problem | null;
  idOf?: (field: string) => string;
  className?: string;
}

/** What went wrong with this form, each thing once, with a link to each bad field; `idOf` names the control of a field. */
export function ProblemNotice({ problem, idOf, className }: ProblemNoticeProps) {
  if (!problem) return null;
  const told = idOf ? saidOf(problem) : undefined;
  const fields = Object.entries(problem.fields ?? {}).filter(([name]) => name !== told);
  const title =
    idOf && told ? (
      <a href={`#${idOf(told)}`} className="underline">
        {problem.sentence}
      </a>
    ) : (
      problem.sentence
    );
  return (
    <Notice tone="bad" role="alert" className={cx("mb-4", className)} title={title}>
      {idOf && fields.length > 0 ? (
        <ul className="mt-1">
          {fields.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${idOf(name)}`} className="underline">
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}

/** A sentence to read aloud to the caller. */
export function Say({ when, children }: { when?: ReactNode; children: ReactNode }) {
  return (
    <div className="rounded-lg bg-accent-wash px-4 py-3">
      {when ? <p className="font-semibold">{when}</p> : null}
      <blockquote>{children}</blockquote>
    </div>
  );
}
