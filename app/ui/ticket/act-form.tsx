import type { ReactNode } from "react";
import { FormKey } from "../hidden";

interface ActFormProps {
  /** The ticket's number. */
  number: number;
  /** The noun it posts to, and the name of its key. */
  noun: string;
  formKey: string;
  /** Tells apart two forms with the same noun on one page. */
  which?: string;
  files?: boolean;
  className?: string;
  id?: string;
  children: ReactNode;
}

/** A form of a ticket: posts to a noun under it, with its own idempotency key. */
export function ActForm({ number, noun, formKey, which, files, className, id, children }: ActFormProps) {
  return (
    <form
      method="post"
      action={`/tickets/${number}/${noun}`}
      encType={files ? "multipart/form-data" : undefined}
      className={className}
      id={id}
    >
      <FormKey formKey={formKey} form={which ? `${noun}.${which}` : noun} />
      {children}
    </form>
  );
}
