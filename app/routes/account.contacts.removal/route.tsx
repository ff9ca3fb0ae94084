import { removeContact } from "~/desk/remove-contact.server";
import { anew, givenIn, thingAct } from "../account/thing-act.server";
import { id } from "../ticket/form";

export { default, loader, meta } from "../account.contacts/route";

export const action = thingAct({
  form: "removal",
  shape: { contact: id, ...anew },
  to: "/account/contacts?done=removed",
  act: async (a) => (await removeContact(a.door, a.who, a.account, { contact: a.form.contact, ...givenIn(a) })).refused,
});
