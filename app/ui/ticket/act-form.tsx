import type { ReactNode } from "react";
import { FormKey } from "../hidden";

interface ActFormProps {
  /** The ticket's number. */
  number: number;
  /** Where it posts to under the ticket; its last part names its key. */
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
  const form = noun.split("/").at(-1) ?? noun;
  return (
    <form
      method="post"
      action={`/tickets/${number}/${noun}`}
      encType={files ? "multipart/form-data" : undefined}
      className={className}
      id={id}
    >
      <FormKey formKey={formKey} form={which ? `${form}.${which}` : form} />
      {children}
    </form>
  );
}
