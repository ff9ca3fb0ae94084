import { z } from "zod";
import { nameNewContact } from "~/desk/new-contact.server";
import { text } from "~/reply.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct(
  "contact",
  { kind: z.enum(["email", "phone"]), value: text(320) },
  ({ door, who, ref, form }) => nameNewContact(door, who, ref, form),
);
