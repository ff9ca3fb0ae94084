import { Eye, EyeOff } from "lucide-react";
import { cx } from "../cx";
import { TextField } from "../field";
import { useWords } from "../language";
import { fieldOf, type Problem } from "../problem";
import { passwordWords } from "../words/passwords";

/** What the policy in force asks of a new password. */
export interface PasswordAsked {
  /** In characters. */
  minLength: number;
  /** It must mix kinds of characters. */
  composition: boolean;
}

interface PasswordFieldsProps extends PasswordAsked {
  /** Whose it is, for who forgot the name as well and for a browser that keeps passwords; it is not sent. */
  username: string | null;
  problem: Problem | null;
}

/** A new password, typed twice, with its rules; the page's script can show what is typed and how hard it is to guess. */
export function PasswordFields({ minLength, composition, username, problem }: PasswordFieldsProps) {
  const words = useWords(passwordWords);
  const first = fieldOf(problem, "password");
  const second = fieldOf(problem, "repeat");
  const type = { type: "password", autoComplete: "new-password", large: true, required: true } as const;
  const rules = [...words.rules(minLength), ...(composition ? [words.composition] : [])];
  return (
    <div data-passwords="" className="flex flex-col gap-5">
      {username === null ? null : (
        <TextField
          id="username"
          label={words.username}
          readOnly
          className="bg-wash"
          dir="auto"
          autoComplete="username"
          large
          value={username}
        />
      )}
      <div id="rules" className="rounded-lg bg-wash px-4 py-3">
        <p className="font-medium">{words.rulesTitle}</p>
        <ul className="mt-1 list-disc ps-5 text-ink-2">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </div>
      <div>
        <TextField
          id="password"
          name="password"
          label={words.password}
          error={first.error}
          autoFocus={first.autoFocus}
          aria-describedby={first.error ? "rules password-error" : "rules"}
          data-measured=""
          {...type}
        />
        <Meter least={minLength} />
      </div>
      <TextField
        id="repeat"
        name="repeat"
        label={words.repeat}
        error={second.error}
        autoFocus={second.autoFocus}
        {...type}
      />
      <ShowTyped />
    </div>
  );
}

/** Shows what is typed into the fields of its group; there only with the page's script, which keeps it pressed while it does. */
export function ShowTyped() {
  const { show } = useWords(passwordWords);
  return (
    <button
      type="button"
      hidden
      data-show=""
      aria-pressed="false"
      className="group/show inline-flex items-center gap-2 self-start rounded py-2 font-medium text-accent aria-pressed:font-semibold [&[hidden]]:hidden"
    >
      <Eye aria-hidden="true" className="size-5 group-aria-pressed/show:hidden" />
      <EyeOff aria-hidden="true" className="hidden size-5 group-aria-pressed/show:block" />
      <span className="underline decoration-line-strong underline-offset-4">{show}</span>
    </button>
  );
}

/** Three bars and a sentence, for the script to fill; the words stand on the page in its language, and nothing of the reader does. */
function Meter({ least }: { least: number }) {
  const { empty, short, weak, fair, good } = useWords(passwordWords).meter;
  return (
    <div
      hidden
      data-meter="empty"
      data-least={least}
      data-empty={empty}
      data-short={short}
      data-weak={weak}
      data-fair={fair}
      data-good={good}
      className="group/meter mt-2"
    >
      <span aria-hidden="true" className="flex gap-1">
        {bars.map((look) => (
          <span key={look} className={cx("h-1.5 flex-1 rounded-full bg-line", look)} />
        ))}
      </span>
      <p data-said="" aria-live="polite" className="mt-1.5 text-base text-ink-2" />
    </div>
  );
}

const bars = [
  "group-data-[meter=short]/meter:bg-bad group-data-[meter=weak]/meter:bg-bad group-data-[meter=fair]/meter:bg-wait group-data-[meter=good]/meter:bg-good",
  "group-data-[meter=fair]/meter:bg-wait group-data-[meter=good]/meter:bg-good",
  "group-data-[meter=good]/meter:bg-good",
];
