import type { ActionFunctionArgs } from "@remix-run/node";
import { takePhoto } from "~/desk/photo.server";
import { acting, keyed, portalRefused, seeOther } from "~/reply.server";
import { fileOf } from "~/upload.server";
import { requesterIn, whoOf } from "~/visitor.server";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

export async function action({ request, context }: ActionFunctionArgs) {
  const { ticket, account } = requesterIn(context);
  const upload = await fileOf(request, "photo");
  const who = whoOf(context, keyed(context.door, context.visitor, upload.key, { ticket, photo: upload.digest }));
  return acting("photo", async () => {
    const taken = await takePhoto(context.door, who, { ticket, account }, upload.bytes);
    return taken.refused
      ? portalRefused("photo", taken.refused, { field: "photo" })
      : seeOther("/request/status?done=photo");
  });
}
