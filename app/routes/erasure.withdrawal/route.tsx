import { withdrawErasure } from "~/desk/erase-account.server";
import { erasureAct, fields } from "../erasure/act.server";

export { loader } from "../erasure/loader.server";
export { default, meta } from "../erasure/route";

export const action = erasureAct({
  noun: "withdrawal",
  command: "erasure.withdraw",
  act: null,
  shape: { proposal: fields.proposal },
  work: ({ house, who, account, form }) => withdrawErasure(house.door, who, account, form.proposal),
});
