import type { ReactNode } from "react";
import { useWords } from "../language";
import { helpWords } from "../words/help";
import { PortalShell, PortalTitle } from "./shell";

/** The public start: each thing people come for is one link, and nothing has to be known beforehand. */
export function HelpPage({ demo }: { demo?: ReactNode }) {
  const words = useWords(helpWords);
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.title}</PortalTitle>
      <nav aria-label={words.ways} className="mt-6">
        <ul className="divide-y divide-line border-y border-line">
          <Way href="/forgot" name={words.forgot} hint={words.forgotHint} />
          <Way href="/request/new" name={words.lost} hint={words.lostHint} />
          <Way href="/request" name={words.status} hint={words.statusHint} />
          <Way href="/account/sign-in" name={words.signIn} hint={words.signInHint} />
          <Way href="/account/sign-in" name={words.notMe} hint={words.notMeHint} />
        </ul>
      </nav>
    </PortalShell>
  );
}

/** A link as large as a thumb, with what it is for below it. */
function Way({ href, name, hint }: { href: string; name: string; hint: string }) {
  return (
    <li className="py-4">
      <a
        href={href}
        className="inline-block rounded py-1 font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-accent"
      >
        {name}
      </a>
      <p className="text-base text-ink-2">{hint}</p>
    </li>
  );
}
