import { sendAnotherCode } from "~/desk/add-contact.server";
import { thingAct } from "../account/thing-act.server";

export { default, loader, meta } from "../account.contacts/route";

export const action = thingAct({
  form: "again",
  shape: {},
  to: "/account/contacts?done=asked-again",
  act: async ({ door, who, account }) => (await sendAnotherCode(door, who, account)).refused,
});
