import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import type { Problem } from "../problem";

interface PortalFormProps {
  /** Where it is posted; without it, to the address the page stands at. */
  action?: string;
  /** The form's noun, in its key. */
  form: string;
  formKey: string;
  /** This form's problem, shown above it. */
  problem: Problem | null;
  /** The id of a field's control, where it is not the field's name. */
  idOf?(field: string): string;
  /** It sends a file. */
  upload?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A form of the portal: what went wrong with it, its key, its fields one below the other. What is said above the form stands
 * at its field as well: on a phone the field takes the focus, and what is above it is off the screen.
 */
export function PortalForm({
  action,
  form,
  formKey,
  problem,
  idOf = (field) => field,
  upload,
  className,
  children,
}: PortalFormProps) {
  return (
    <div className={cx("mt-6", className)}>
      <ProblemNotice problem={problem} idOf={idOf} />
      <form
        method="post"
        action={action}
        encType={upload ? "multipart/form-data" : undefined}
        className="flex flex-col gap-5"
      >
        <FormKey formKey={formKey} form={form} />
        {children}
      </form>
    </div>
  );
}

/** A part of a page that is closed until it is wanted. */
export function PortalFold({
  title,
  tone = "accent",
  open,
  within,
  children,
}: {
  title: ReactNode;
  tone?: "accent" | "bad";
  open: boolean;
  /** It belongs to what stands above it, with no line between them. */
  within?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={cx("group", within ? "mt-1" : "mt-6 border-t border-line pt-3")} open={open}>
      <summary
        className={cx("flex items-center gap-2 rounded py-2 font-medium", tone === "bad" ? "text-bad" : "text-accent")}
      >
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 transition-transform group-open:rotate-180" />
        {title}
      </summary>
      {children}
    </details>
  );
}
