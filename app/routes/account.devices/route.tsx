import { useActionData, useLoaderData } from "@remix-run/react";
import { addDevice } from "~/desk/add-device.server";
import { text } from "~/reply.server";
import { DevicesPage } from "~/ui/portal/things/devices-page";
import type { Problem } from "~/ui/problem";
import { anew, givenIn, thingAct } from "../account/thing-act.server";
import { thingProps } from "../account/thing-props";
import { devicesLoader as loader } from "../account/things.server";
import { titleOf } from "../portal-title";

export { loader };

export const meta = titleOf("devices");

/** Adds a device by its serial; whose it is otherwise is not said. */
export const action = thingAct({
  form: "device",
  shape: { serial: text(200), ...anew },
  field: "serial",
  to: "/account/devices?done=device-added",
  act: async (a) => (await addDevice(a.door, a.who, a.account, { serial: a.form.serial, ...givenIn(a) })).refused,
});

export default function Devices() {
  const loaded = useLoaderData<typeof loader>();
  return <DevicesPage {...thingProps(loaded, useActionData<{ problem: Problem }>())} />;
}
