import { event, type Recorded, refuse } from "./event";
import type { ContactKind } from "./loss";
import type { DecideStaff } from "./member";
import { grants, type Member } from "./staff";

/** Folds what is known of a member's own contacts and accounts. */
export function foldOwn(m: Member, e: Recorded): Member {
  switch (e.type) {
    case "staff.contact-added":
      return { ...m, contacts: [...(m.contacts ?? []), { id: e.data.contact, kind: e.data.kind }] };
    case "staff.contact-removed":
      return { ...m, contacts: (m.contacts ?? []).filter((k) => k.id !== e.data.contact) };
    case "staff.account-linked":
      return { ...m, accounts: [...(m.accounts ?? []), e.data.account] };
    case "staff.account-unlinked":
      return { ...m, accounts: (m.accounts ?? []).filter((a) => a !== e.data.account) };
    default:
      return m;
  }
}

const mostContacts = 20;

/** Notes an address or a number of the member's own; `same` is theirs with this value already. */
export function addOwnContact(k: {
  contact: string;
  kind: ContactKind;
  commitment: string;
  same: string | null;
}): DecideStaff {
  return about("staff.add-contact", (m, refused) => {
    if (k.same !== null) return refused("already-added");
    if ((m.contacts ?? []).length >= mostContacts) return refused("too-many-contacts");
    return [event("staff.contact-added", { contact: k.contact, kind: k.kind }, { value: k.commitment })];
  });
}

/** Takes one off again, by its id; null is one that is not there. */
export function removeOwnContact(contact: string | null): DecideStaff {
  return about("staff.remove-contact", (m, refused) =>
    contact !== null && m.contacts?.some((k) => k.id === contact)
      ? [event("staff.contact-removed", { contact })]
      : refused("no-such-contact-of-theirs"),
  );
}

/** Says that an account in the directory is the member's own. */
export function linkAccount(account: string): DecideStaff {
  return about("staff.link", (m, refused) =>
    m.accounts?.includes(account) ? refused("already-linked") : [event("staff.account-linked", { account })],
  );
}

export function unlinkAccount(account: string): DecideStaff {
  return about("staff.unlink", (m, refused) =>
    m.accounts?.includes(account) ? [event("staff.account-unlinked", { account })] : refused("not-linked"),
  );
}

type Body = (m: Member, refused: (reason: string) => ReturnType<typeof refuse>) => ReturnType<DecideStaff>;

function about(command: string, body: Body): DecideStaff {
  const refused = (reason: string) => refuse(command, reason);
  return (m, facts) => {
    if (!grants.includes(facts.actor.role)) return refused("not-your-role");
    return m ? body(m, refused) : refused("no-such-member");
  };
}
