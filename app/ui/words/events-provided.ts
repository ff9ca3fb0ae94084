import { type Teller, tell } from "./telling";

const kindOf = (kind: unknown): string => (kind === "phone" ? "a phone" : "an e-mail address");

/** How what an identity provider does is told: never a name, never an address. */
export const providedEvents = {
  "account.provisioned": () => tell("The identity provider made this account."),
  "account.described": () => tell("The identity provider gave the account its names.", "They are in the vault."),
  "provided-contact.added": (f) =>
    f.since === undefined
      ? tell(
          `The identity provider added ${kindOf(f.kind)}.`,
          "Nobody confirmed it; it is as old as this entry, and proves nothing for 30 days.",
        )
      : tell(`The account came with ${kindOf(f.kind)}.`, "It is as old as the account."),
  "provided-contact.removed": () =>
    tell("The identity provider took a contact off.", "It goes on being told for 90 days, and may object."),
  "account.deactivated": (f) =>
    tell(
      f.gone === true
        ? "The identity provider removed the account."
        : "The identity provider switched the account off.",
      "Every session was ended; nobody signs in, and no ticket of it goes on.",
    ),
  "account.reactivated": () =>
    tell("The identity provider switched the account on again.", "No session came back by it."),
} satisfies Record<string, Teller>;
