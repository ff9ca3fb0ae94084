import { Search } from "lucide-react";
import { controlLook } from "./field";
import { FormKey } from "./hidden";
import { Kbd } from "./kbd";
import { queueWords } from "./words/desk";
import { type FindKind, findKinds } from "./words/finding";

/** The desk's search: exact, posted (what is typed stays out of URLs), by the kind chosen. */
export function Finder({ formKey, kind = "ticket" }: { formKey: string; kind?: FindKind }) {
  return (
    <search className="min-w-0 max-sm:order-2 max-sm:w-full">
      <form method="post" action="/tickets/new" className="flex min-w-0">
        <FormKey formKey={formKey} form="find" />
        <input type="hidden" name="intent" value="find" />
        <select
          name="kind"
          defaultValue={kind}
          aria-label={queueWords.findBy}
          className="min-h-9 rounded-l border border-r-0 border-edge bg-wash px-2 text-ink-2 focus-visible:z-10"
        >
          {Object.entries(findKinds).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <span className="relative min-w-0 flex-1">
          <input
            name="q"
            type="search"
            required
            autoComplete="off"
            aria-label={queueWords.find}
            placeholder={queueWords.findHint}
            data-search=""
            className={`${controlLook()} rounded-l-none pr-9 sm:w-48 [&::-webkit-search-cancel-button]:hidden`}
          />
          <span className="pointer-events-none absolute right-2.5 top-2 flex text-ink-3">
            <Kbd>/</Kbd>
            <Search aria-hidden="true" className="size-4 [@media(hover:hover)]:hidden" />
          </span>
        </span>
        <button type="submit" className="sr-only">
          {queueWords.findButton}
        </button>
      </form>
    </search>
  );
}
