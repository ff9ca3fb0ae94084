import { askForVouch } from "~/desk/vouch.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("vouch", {}, ({ door, who, ref }) => askForVouch(door, who, ref));
