import type { DocumentProblem } from "domain/policy-document";
import type { DraftPage } from "domain/view-policy";
import { Button } from "../button";
import { CodeField } from "../code-field";
import { cx } from "../cx";
import { controlLook, Field, TextArea, TextField, told } from "../field";
import { FormKey } from "../hidden";
import { fileLook } from "../imports/upload-form";
import { Notice, ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf, saidOf } from "../problem";
import type { Desk } from "../shell/desk";
import { policyWords as words } from "../words/policies";
import { placeWords, problemSentence } from "../words/policy-document";
import { Changes } from "./changes";
import type { Acted } from "./edited";
import { ReplayTable } from "./replay";

interface DraftFormProps {
  desk: Desk;
  page: DraftPage;
  acted: Acted | null;
}

/** Where an admin writes a draft: checked and tried out as often as they like, then proposed with a reason and a fresh code. */
export function DraftForm({ desk, page, acted }: DraftFormProps) {
  const problem = problemOf(acted?.problem, "draft");
  const edited = acted?.edited;
  return (
    <>
      <ProblemNotice problem={problem} idOf={idOf} className="mb-0" />
      {edited && edited.problems.length > 0 ? <Faults problems={edited.problems} /> : null}
      {edited?.trial ? (
        <>
          <Notice tone="good" role="status">
            <p>{words.tried}</p>
          </Notice>
          <Changes changes={edited.trial.changes} />
          <ReplayTable replay={edited.trial.replay} desk={desk} file={null} />
        </>
      ) : null}
      <FileForm formKey={desk.formKey} />
      <Editor desk={desk} page={page} acted={acted} problem={problem} />
    </>
  );
}

const idOf = (field: string): string => `draft-${field}`;

function Editor({ desk, page, acted, problem }: DraftFormProps & { problem: Problem | null }) {
  const document = acted?.edited?.document ?? problem?.typed?.document ?? page.start;
  const reason = fieldOf(problem, "reason");
  return (
    <form
      method="post"
      action="/policies/draft"
      className="group/form flex flex-col gap-6"
      data-said={saidOf(problem)}
      aria-label={words.newTitle}
    >
      <FormKey formKey={desk.formKey} form="draft" />
      <input type="hidden" name="base" value={page.inForce.digest} />
      <TextArea
        id={idOf("document")}
        name="document"
        label={words.document}
        hint={words.documentHint}
        required
        rows={24}
        maxLength={20_000}
        spellCheck={false}
        autoComplete="off"
        className="whitespace-pre font-mono text-sm"
        {...fieldOf(problem, "document")}
        defaultValue={document}
      />
      <Button name="intent" value="check" formNoValidate className="self-start">
        {words.check}
      </Button>
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
        <TextField
          id={idOf("reason")}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          autoComplete="off"
          maxLength={500}
          {...reason}
          defaultValue={reason.defaultValue ?? acted?.reason}
        />
        <CodeField id={idOf("code")} label={words.code} hint={words.codeHint} {...fieldOf(problem, "code")} />
      </div>
      <Button tone="primary" name="intent" value="propose" className="self-start">
        {words.propose}
      </Button>
    </form>
  );
}

/** Each fault of a document with its place, as a JSON pointer. */
function Faults({ problems }: { problems: readonly DocumentProblem[] }) {
  return (
    <section aria-label={words.problems(problems.length)}>
      <h2 className="mb-2 font-semibold">{words.problems(problems.length)}</h2>
      <ul className="border-t border-line">
        {problems.map((fault) => (
          <li key={`${fault.at} ${fault.what}`} className="border-b border-line py-2">
            <code className="block font-mono text-sm [overflow-wrap:anywhere]">
              {fault.at === "" ? words.whole : fault.at}
            </code>
            <span className="font-medium">{placeWords(fault.at)}</span> {problemSentence(fault)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileForm({ formKey }: { formKey: string }) {
  return (
    <form method="post" action="/policies/draft/file" encType="multipart/form-data" className="max-w-2xl">
      <FormKey formKey={formKey} form="file" />
      <Field
        id="file"
        label={words.file}
        hint={words.fileHint}
        beside={<Button className="shrink-0">{words.fileButton}</Button>}
      >
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".json,application/json"
          className={cx(controlLook(), fileLook)}
          {...told("file", words.fileHint)}
        />
      </Field>
    </form>
  );
}
