import { confirmContact } from "~/desk/add-contact.server";
import { text } from "~/reply.server";
import { thingAct } from "../account/thing-act.server";

export { default, loader, meta } from "../account.contacts/route";

/** The code that reached a new contact makes it one of the account. */
export const action = thingAct({
  form: "code",
  shape: { code: text(20) },
  field: "code",
  to: "/account/contacts?done=added",
  act: ({ door, who, account, form }) => confirmContact(door, who, account, form.code),
});
