import { drawProofQuestions } from "~/desk/prove-ownership.server";
import { proofAct } from "../objection/act.server";

export { loader } from "../objection/loader.server";
export { default, meta } from "../objection/route";

export const action = proofAct("questions", {}, ({ door, who, at }) => drawProofQuestions(door, who, at));
