import { textOwnFactor } from "~/desk/text-factor.server";
import { factorAct } from "../account.second-factor/act.server";

export { loader } from "../account.second-factor/loader.server";
export { default, meta } from "../account.second-factor/route";

/** Sends a text to the phone that is the second factor. */
export const action = factorAct("text", {}, "/account/second-factor?done=text", ({ context, who, account }) =>
  textOwnFactor(context.door, who, account),
);
