import { checkProofCode } from "~/desk/prove-ownership.server";
import { text } from "~/reply.server";
import { proofAct } from "../objection/act.server";

export { loader } from "../objection/loader.server";
export { default, meta } from "../objection/route";

export const action = proofAct("confirmation", { code: text(20) }, ({ door, who, at, form }) =>
  checkProofCode(door, who, at, form.code),
);
