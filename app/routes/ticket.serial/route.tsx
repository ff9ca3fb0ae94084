import { checkSerial } from "~/desk/check-serial.server";
import { text } from "~/reply.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("serial", { serial: text(120) }, ({ door, who, ref, form }) =>
  checkSerial(door, who, ref, form.serial),
);
