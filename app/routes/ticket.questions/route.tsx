import { drawQuestions } from "~/desk/check-answers.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("questions", {}, ({ door, who, ref }) => drawQuestions(door, who, ref));
