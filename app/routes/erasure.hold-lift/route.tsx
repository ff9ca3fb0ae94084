import { liftLegalHold } from "~/desk/erase-account.server";
import { erasureAct, fields } from "../erasure/act.server";

export { loader } from "../erasure/loader.server";
export { default, meta } from "../erasure/route";

export const action = erasureAct({
  noun: "hold-lift",
  command: "legal-hold.lift",
  act: "legal-hold",
  shape: { reason: fields.reason, code: fields.code },
  work: ({ house, who, account, form, stepUp }) =>
    liftLegalHold(house.door, who, account, { reason: form.reason, stepUp }),
});
