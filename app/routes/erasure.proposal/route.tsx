import { proposeErasure } from "~/desk/erase-account.server";
import { erasureAct, fields } from "../erasure/act.server";

export { loader } from "../erasure/loader.server";
export { default, meta } from "../erasure/route";

export const action = erasureAct({
  noun: "proposal",
  command: "erasure.propose",
  act: "erase",
  shape: { reason: fields.reason, code: fields.code },
  work: ({ house, who, account, form, stepUp }) =>
    proposeErasure(house.door, who, account, { reason: form.reason, stepUp }),
});
