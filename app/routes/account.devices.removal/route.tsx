import { removeDevice } from "~/desk/remove-device.server";
import { anew, givenIn, thingAct } from "../account/thing-act.server";
import { id } from "../ticket/form";

export { default, loader, meta } from "../account.devices/route";

export const action = thingAct({
  form: "removal",
  shape: { device: id, ...anew },
  to: "/account/devices?done=device-removed",
  act: async (a) => (await removeDevice(a.door, a.who, a.account, { device: a.form.device, ...givenIn(a) })).refused,
});
