import type { ActionFunctionArgs } from "@remix-run/node";
import { signOutHolder } from "~/desk/sign-in-holder.server";
import { endHolder } from "~/holder.server";
import { formOf, seeOther } from "~/reply.server";
import { holderIn, whoOf } from "~/visitor.server";
import { sayingLeft } from "~/way-back.server";

export async function action({ request, context }: ActionFunctionArgs) {
  await formOf(request, {});
  const holder = holderIn(context);
  await signOutHolder(context.door, whoOf(context), holder.account);
  const { house, door } = context;
  return seeOther("/account/sign-in", [await endHolder(house, holder), sayingLeft(door.config, "out")]);
}
