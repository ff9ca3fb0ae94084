import { addNote } from "~/desk/add-note.server";
import { text } from "~/reply.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("notes", { text: text(4000) }, ({ door, who, ref, form }) =>
  addNote(door, who, ref, form.text),
);
