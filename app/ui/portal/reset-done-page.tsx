import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { useWords } from "../language";
import { doneWords } from "../words/portal-account";
import { PortalShell, PortalText, PortalTitle } from "./shell";
import { StuckPart } from "./stuck-part";

interface ResetDonePageProps {
  newPassword: boolean;
  secondFactorRemoved: boolean;
  /** The mask of the contact that was bound, or null when none was. */
  newContact: string | null;
  /** What the holder signs in as. */
  username?: string | null;
  /** Only a password was forgotten: nothing was recovered, and no request was made. */
  onlyForgotten?: boolean;
  demo?: ReactNode;
}

/** Said once a link was used: what changed on the account, and where to go on. */
export function ResetDonePage(props: ResetDonePageProps) {
  const { newPassword, secondFactorRemoved, newContact, username = null, onlyForgotten = false, demo } = props;
  const words = useWords(doneWords);
  const changed = [
    words.signedOut,
    secondFactorRemoved ? words.secondFactor : null,
    newContact ? words.contact(newContact) : null,
    onlyForgotten ? null : words.quarantine,
  ].filter((line): line is string => line !== null);
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{newPassword ? words.password : words.noPassword}</PortalText>
      {username === null ? null : (
        <PortalText>
          {words.name}{" "}
          <strong>
            <bdi>{username}</bdi>
          </strong>
        </PortalText>
      )}
      <ButtonLink href="/account/sign-in" tone="primary" size="lg" className="mt-6 w-full">
        {words.go}
      </ButtonLink>
      <ul className="mt-6 flex list-disc flex-col gap-2 ps-5 text-ink-2">
        {changed.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
      <StuckPart noRequest={onlyForgotten} />
    </PortalShell>
  );
}
