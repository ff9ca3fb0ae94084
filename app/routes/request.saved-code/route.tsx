import { takeSavedCode } from "~/desk/check-saved-code.server";
import { text } from "~/reply.server";
import { requestAct } from "../request.status/act.server";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

/** A code too new to prove anything is answered like any other that did not work: a stranger learns nothing of the set. */
export const action = requestAct("saved-code", { code: text(60) }, async ({ door, who, ref, form }) => {
  const { refused, checked } = await takeSavedCode(door, who, ref, form.code);
  return { refused: refused ?? (checked === "match" ? null : "saved-code-did-not-work") };
});
