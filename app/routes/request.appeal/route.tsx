import { appeal } from "~/desk/appeal.server";
import { text } from "~/reply.server";
import { requestAct } from "../request.status/act.server";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

export const action = requestAct("appeal", { words: text(1000) }, ({ door, who, ref, form }) =>
  appeal(door, who, ref, form.words),
);
