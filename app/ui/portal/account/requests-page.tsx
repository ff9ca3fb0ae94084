import type { HolderView } from "domain/view";
import type { FactorView } from "domain/view-factor";
import type { ReactNode } from "react";
import { useWords } from "../../language";
import { accountPagesWords } from "../../words/account-pages";

import { OwnPage } from "./own-page";
import { type OwnershipWays, RequestPart } from "./request-part";

interface RequestsPageProps {
  account: HolderView;
  factor: FactorView;
  ways: OwnershipWays;
  zone: string;
  formKey: string;
  demo?: ReactNode;
}

/** Who asked to be let into the account, in words, each with the button that stops it where it may be stopped. */
export function RequestsPage({ account, factor, ways, zone, formKey, demo }: RequestsPageProps) {
  const words = useWords(accountPagesWords).history;
  const none = account.recent.length === 0;
  return (
    <OwnPage title={words.title} text={none ? words.none : words.text} demo={demo}>
      {account.recent.map((one) => (
        <RequestPart
          key={one.ticket}
          one={one}
          ways={ways[one.ticket] ?? []}
          proof={factor.proofs[one.ticket] ?? null}
          now={account.now}
          zone={zone}
          formKey={formKey}
        />
      ))}
    </OwnPage>
  );
}
