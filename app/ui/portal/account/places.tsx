import type { HolderView } from "domain/view";
import type { ProofsView } from "domain/view-proofs";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../../language";
import { When } from "../../time";
import { type AccountPlace, accountPagesWords } from "../../words/account-pages";
import { PortalPart } from "../shell";

/** What the first page of an account says of each thing that has a page of its own. */
export interface PlacesProps {
  account: HolderView;
  proofs: ProofsView;
  /** When the password was set; null where none is. */
  passwordSetAt: number | null;
  /** In how many places its holder is signed in. */
  sessions: number;
  zone: string;
}

/** The pages of an account in their order, each with its address. */
const places: readonly [place: AccountPlace, path: string][] = [
  ["password", "/account/password"],
  ["secondFactor", "/account/second-factor"],
  ["contacts", "/account/contacts"],
  ["devices", "/account/devices"],
  ["questions", "/account/questions"],
  ["codes", "/account/codes"],
  ["people", "/account/people"],
  ["sessions", "/account/sessions"],
  ["requests", "/account/requests"],
];

/** The pages of an account, with one line each on how things stand. */
export function Places(props: PlacesProps) {
  const words = useWords(accountPagesWords);
  const states = statesOf(props, words);
  return (
    <PortalPart title={words.settings}>
      <ul className="mt-3 divide-y divide-line">
        {places.map(([place, path]) => (
          <li key={place}>
            <Place path={path} title={words.places[place]}>
              {states[place]}
            </Place>
          </li>
        ))}
      </ul>
    </PortalPart>
  );
}

function Place({ path, title, children }: { path: string; title: string; children: ReactNode }) {
  return (
    <a href={path} className="flex items-center gap-3 rounded py-3 hover:bg-wash">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        <span className="block text-base text-ink-2">{children}</span>
      </span>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-3 rtl:rotate-180" />
    </a>
  );
}

type Words = (typeof accountPagesWords)["en"];

function statesOf({ account, proofs, passwordSetAt, sessions, zone }: PlacesProps, words: Words) {
  const many = (n: number, none: string, some: (n: number) => string) => (n === 0 ? none : some(n));
  return {
    password:
      passwordSetAt === null ? (
        words.passwordNever
      ) : (
        <>
          {words.passwordSince} <When at={passwordSetAt} zone={zone} form="date" />
        </>
      ),
    secondFactor: account.secondFactor === "none" ? words.factorOff : words.factorOn,
    contacts: account.contacts.length === 0 ? words.noContacts : <Contacts contacts={account.contacts} />,
    devices: many(account.devices, words.noDevices, words.devices),
    questions: many(account.questions, words.noQuestions, words.questions),
    codes: many(proofs.codes?.left ?? 0, words.noCodes, words.codes),
    people: many(proofs.people.length, words.noPeople, words.people),
    sessions: words.sessions(sessions),
    requests: many(account.recent.length, words.noRequests, words.requests),
  } satisfies Record<AccountPlace, ReactNode>;
}

function Contacts({ contacts }: Pick<HolderView, "contacts">) {
  return (
    <>
      {contacts.map(({ id, mask }) => (
        <span key={id} className="block tabular-nums [overflow-wrap:anywhere]">
          <bdi>{mask}</bdi>
        </span>
      ))}
    </>
  );
}
