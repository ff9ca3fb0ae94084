import { z } from "zod";
import { confirmNewContact } from "~/desk/new-contact.server";
import { text } from "../ticket/form";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default } from "../ticket/route";

export const action = ticketAct("contact-confirmation", z.strictObject({ code: text(20) }), ({ door, who, ref, form }) => confirmNewContact(door, who, ref, form.code));
