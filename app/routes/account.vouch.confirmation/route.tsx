import { vouchFor } from "~/desk/vouch.server";
import { holderAct } from "../account/act.server";
import { id } from "../ticket/form";

export { loader } from "../account/loader.server";
export { default, meta } from "../account/route";

export const action = holderAct("vouched", { link: id }, ({ door, who, account, request, form }) =>
  vouchFor(door, who, { account, link: form.link, request }),
);
