import { closeGlass } from "~/desk/break-glass.server";
import { glassAct } from "../glass/act.server";
import { id } from "../ticket/form";

export { loader } from "../glass/loader.server";
export { default, meta } from "../glass/route";

export const action = glassAct("closing", "glass.close", { glass: id }, ({ door, who, ref, form }) =>
  closeGlass(door, who, ref, form.glass),
);
