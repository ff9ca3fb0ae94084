import { sendProofCode } from "~/desk/prove-ownership.server";
import { proofAct } from "../objection/act.server";

export { loader } from "../objection/loader.server";
export { default, meta } from "../objection/route";

export const action = proofAct("code", {}, ({ door, who, at, language }) => sendProofCode(door, who, at, language));
