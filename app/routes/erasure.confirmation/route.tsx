import { confirmErasure } from "~/desk/erase-account.server";
import { erasureAct, fields } from "../erasure/act.server";

export { loader } from "../erasure/loader.server";
export { default, meta } from "../erasure/route";

export const action = erasureAct({
  noun: "confirmation",
  command: "erasure.confirm",
  act: "erase",
  shape: { proposal: fields.proposal, code: fields.code },
  work: ({ house, who, account, form, stepUp }) =>
    confirmErasure(house, who, account, { proposal: form.proposal, stepUp }),
});
