import { z } from "zod";
import { addNote } from "~/desk/add-note.server";
import { text } from "../ticket/form";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default } from "../ticket/route";

export const action = ticketAct("notes", z.strictObject({ text: text(4000) }), ({ door, who, ref, form }) => addNote(door, who, ref, form.text));
