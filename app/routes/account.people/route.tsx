import { invitePerson } from "~/desk/invite-person.server";
import { text, tick } from "~/reply.server";
import { holderAct } from "../account/act.server";

export { loader } from "../account/loader.server";
export { default, meta } from "../account/route";

/** Invites somebody to vouch; the page says the same whether anyone has the address or not. */
export const action = holderAct("people", { email: text(300), installer: tick() }, ({ door, who, account, form }) =>
  invitePerson(door, who, account, form),
);
