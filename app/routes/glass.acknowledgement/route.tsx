import { acknowledgeGlass } from "~/desk/break-glass.server";
import { glassAct } from "../glass/act.server";
import { id } from "../ticket/form";

export { loader } from "../glass/loader.server";
export { default, meta } from "../glass/route";

export const action = glassAct("acknowledgement", "glass.acknowledge", { glass: id }, ({ door, who, ref, form }) =>
  acknowledgeGlass(door, who, ref, form.glass),
);
