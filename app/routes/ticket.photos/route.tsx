import type { ActionFunctionArgs } from "@remix-run/node";
import { takePhoto } from "~/desk/photo.server";
import { acting, keyed, refused, seeOther } from "~/reply.server";
import { photoOf } from "~/upload.server";
import { whoOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default } from "../ticket/route";

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ref = await refOf(context, params.number);
  const upload = await photoOf(request);
  const who = whoOf(
    context,
    keyed(context.door, context.visitor, upload.key, { ticket: ref.ticket, photo: upload.digest }),
  );
  return acting("photos", async () => {
    const taken = await takePhoto(context.door, who, ref, upload.bytes);
    return taken.refused
      ? refused("photos", taken.refused, { field: "photo" })
      : seeOther(`/tickets/${params.number}?done=photos`);
  });
}
