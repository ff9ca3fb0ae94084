import { z } from "zod";
import { checkSerial } from "~/desk/check-serial.server";
import { text } from "../ticket/form";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default } from "../ticket/route";

export const action = ticketAct("serial", z.strictObject({ serial: text(120) }), ({ door, who, ref, form }) => checkSerial(door, who, ref, form.serial));
