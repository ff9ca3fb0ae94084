import { Button } from "../button";
import { cx } from "../cx";
import { controlLook, Field, told } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem } from "../problem";
import { fileWords, type ImportFile, importsWords as words } from "../words/imports";

const fileLook =
  "file:mr-3 file:rounded file:border file:border-solid file:border-line-strong file:bg-wash file:px-2.5 file:py-0.5 file:font-medium file:text-ink";
const files = Object.keys(fileWords) as ImportFile[];

/** The four files of one import, each with what it must hold. */
export function UploadForm({ formKey, problem }: { formKey: string; problem: Problem | null }) {
  return (
    <form method="post" action="/imports" encType="multipart/form-data">
      <ProblemNotice problem={problem} idOf={(field) => field} />
      <p className="mb-5 text-ink-2">{words.text}</p>
      <FormKey formKey={formKey} form="import" />
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
        {files.map((file) => (
          <FileField key={file} file={file} problem={problem} />
        ))}
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button tone="primary">{words.send}</Button>
        <span className="text-ink-2">{words.once}</span>
      </div>
    </form>
  );
}

function FileField({ file, problem }: { file: ImportFile; problem: Problem | null }) {
  const { error, ...focus } = fieldOf(problem, file);
  const { label, columns, refused } = fileWords[file];
  return (
    <div>
      <Field id={file} label={label} hint={<Columns columns={columns} refused={refused} />} error={error}>
        <input
          id={file}
          name={file}
          type="file"
          required
          accept=".csv,text/csv"
          className={cx(controlLook(!!error), fileLook)}
          {...focus}
          {...told(file, columns, error)}
        />
      </Field>
    </div>
  );
}

function Columns({ columns, refused }: { columns: string; refused: string }) {
  return (
    <>
      <span className="block font-mono text-sm [overflow-wrap:anywhere]">{columns}</span>
      <span className="mt-1 block">{refused}</span>
    </>
  );
}
