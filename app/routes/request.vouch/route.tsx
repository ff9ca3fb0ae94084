import { askForVouch } from "~/desk/vouch.server";
import { requestAct } from "../request.status/act.server";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

export const action = requestAct("vouch", {}, ({ door, who, ref }) => askForVouch(door, who, ref));
