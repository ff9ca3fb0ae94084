import { Button } from "../button";
import { cx } from "../cx";
import { controlLook, Field, told } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, saidOf } from "../problem";
import { ReasonAndCode } from "../reason-and-code";
import { fileWords, type ImportFile, importsWords as words } from "../words/imports";

/** How the browser's own button for choosing a file looks. */
export const fileLook =
  "file:mr-3 file:rounded file:border file:border-solid file:border-line-strong file:bg-wash file:px-2.5 file:py-0.5 file:font-medium file:text-ink";
const files = Object.keys(fileWords) as ImportFile[];

/** The four files of one import, each with what it must hold, a reason and a fresh code; files that were taken are not asked for again. */
export function UploadForm({ formKey, problem }: { formKey: string; problem: Problem | null }) {
  const kept = problem?.typed?.kept;
  return (
    <form
      method="post"
      action="/imports"
      encType="multipart/form-data"
      className="group/form"
      data-said={saidOf(problem)}
    >
      <ProblemNotice problem={problem} idOf={idOf} />
      <FormKey formKey={formKey} form="import" />
      {kept ? <Kept name={kept} /> : <Files problem={problem} />}
      <div className="mt-6 grid gap-x-8 gap-y-6 md:grid-cols-2">
        <ReasonAndCode {...{ idOf, words, problem }} />
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button tone="primary">{words.send}</Button>
        <span className="text-ink-2">{words.once}</span>
      </div>
    </form>
  );
}

const idOf = (field: string): string => `import-${field}`;

function Kept({ name }: { name: string }) {
  return (
    <p className="text-ink-2">
      <input type="hidden" name="kept" value={name} />
      {words.kept}{" "}
      <a href="/imports" className="text-accent underline">
        {words.others}
      </a>
    </p>
  );
}

function Files({ problem }: { problem: Problem | null }) {
  return (
    <>
      <p className="mb-5 text-ink-2">{words.text}</p>
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
        {files.map((file) => (
          <FileField key={file} file={file} problem={problem} />
        ))}
      </div>
    </>
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
