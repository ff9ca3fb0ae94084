import { confirmGlass } from "~/desk/break-glass.server";
import { text } from "~/reply.server";
import { glassAct } from "../glass/act.server";
import { id } from "../ticket/form";

export { loader } from "../glass/loader.server";
export { default, meta } from "../glass/route";

export const action = glassAct(
  "confirmation",
  "glass.confirm",
  { glass: id, code: text(20) },
  ({ door, who, ref, form }) => confirmGlass(door, who, ref, form),
);
