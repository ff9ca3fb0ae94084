import { confirmNewContact } from "~/desk/new-contact.server";
import { text } from "~/reply.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("contact-confirmation", { code: text(20) }, ({ door, who, ref, form }) =>
  confirmNewContact(door, who, ref, form.code),
);
