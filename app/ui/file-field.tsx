import { cx } from "./cx";
import { controlLook, Field, told } from "./field";

interface FileFieldProps {
  /** Also the field's name. */
  id: string;
  label: string;
  hint: string;
  error?: string;
  /** What the reader's own files are filtered by; what is sent is looked at all the same. */
  accept: string;
  large?: boolean;
  /** It is the first field that is wrong. */
  focused?: true;
}

/** Chooses one file. */
export function FileField({ id, label, hint, error, accept, large, focused }: FileFieldProps) {
  return (
    <Field {...{ id, label, hint, error, large }}>
      <input
        id={id}
        type="file"
        name={id}
        required
        accept={accept}
        className={cx(
          "file:me-3 file:rounded file:border file:border-solid file:border-line-strong file:bg-wash file:text-ink",
          large
            ? [controlLook(!!error, true), "text-base file:px-2.5 file:py-0.5 file:font-medium"]
            : "block w-full min-w-0 rounded border border-edge p-1 text-ink-2 file:min-h-8 file:px-3",
        )}
        {...told(id, hint, error)}
        {...(focused ? { autoFocus: true } : {})}
      />
    </Field>
  );
}

export const pictures = "image/jpeg,image/png,image/webp";
export const picturesAndDocuments = `${pictures},application/pdf`;
