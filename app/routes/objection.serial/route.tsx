import { checkProofSerial } from "~/desk/prove-ownership.server";
import { text } from "~/reply.server";
import { proofAct } from "../objection/act.server";

export { loader } from "../objection/loader.server";
export { default, meta } from "../objection/route";

export const action = proofAct("serial", { serial: text(200) }, ({ door, who, at, form }) =>
  checkProofSerial(door, who, at, form.serial),
);
