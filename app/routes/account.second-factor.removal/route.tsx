import { removeAuthenticator } from "~/desk/remove-factor.server";
import { text } from "~/reply.server";
import { factorAct } from "../account.second-factor/act.server";

export { loader } from "../account.second-factor/loader.server";
export { default, meta } from "../account.second-factor/route";

/** Turns the second factor off. */
export const action = factorAct(
  "removal",
  { password: text(1000), code: text(60) },
  "/account/second-factor?done=off",
  ({ context, who, account, form }) =>
    removeAuthenticator(context.door, who, account, { ...form, source: context.visitor.source }),
);
