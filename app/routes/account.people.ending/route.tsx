import { endLinkWith } from "~/desk/answer-invitation.server";
import { holderAct } from "../account/act.server";
import { id } from "../ticket/form";

export { loader } from "../account/loader.server";
export { default, meta } from "../account.people/route";

export const action = holderAct(
  "ending",
  { link: id },
  ({ door, who, account, form }) => endLinkWith(door, who, account, form.link),
  () => "/account/people?done=ending",
);
