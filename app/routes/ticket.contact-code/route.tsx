import { sendCode } from "~/desk/new-contact.server";
import { ticketAct } from "../ticket/act.server";
import { id } from "../ticket/form";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("contact-code", { contact: id }, ({ door, who, ref, form }) =>
  sendCode(door, who, ref, form.contact),
);
