import type { Role } from "domain/staff";
import { ChevronRight } from "lucide-react";
import { FormKey } from "../hidden";
import { demoSignInWords, roleTold } from "../words/auth";
import { roleWords } from "../words/labels";

/** One of the demo's people; `as` is what the form sends. */
export interface CastMember {
  as: string;
  name: string;
  role: Role;
}

/** One button for each of the cast, saying who it is and what they do. */
export function DemoCast({ cast, formKey }: { cast: readonly CastMember[]; formKey: string }) {
  return (
    <ul className="flex flex-col gap-2">
      {cast.map((one) => (
        <li key={one.as}>
          <form method="post" action="/demo/sign-in">
            <FormKey formKey={formKey} form={`demo.${one.as}`} />
            <input type="hidden" name="as" value={one.as} />
            <button
              type="submit"
              className="flex w-full items-center gap-3 rounded border border-line-strong px-4 py-2.5 text-left transition-colors hover:border-accent hover:bg-accent-wash"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{demoSignInWords.as(one.name)}</span>
                <span className="block text-ink-2">
                  {roleWords[one.role]}: {roleTold[one.role]}
                </span>
              </span>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
