import type { ActionFunctionArgs } from "@remix-run/node";
import type { takePhoto } from "~/desk/photo.server";
import { overRefusal } from "~/desk/request-over.server";
import { actingIn, keyed, portalRefused, seeOther } from "~/reply.server";
import { fileOf } from "~/upload.server";
import { requesterIn, whoOf } from "~/visitor.server";

/** The action of a file that a requester sends, for a second person to judge. */
export function fileAct(kind: "photo" | "purchase", take: typeof takePhoto) {
  return async ({ request, context }: ActionFunctionArgs) => {
    const { door, visitor } = context;
    const { ticket, account } = requesterIn(context);
    const upload = await fileOf(request, kind);
    if (!door.files.take(visitor.source, door.clock.now())) return portalRefused(context, kind, "too-many-requests");
    const who = whoOf(context, keyed(door, visitor, upload.key, { ticket, [kind]: upload.digest }));
    return actingIn(context, kind, async () => {
      const over = await overRefusal(door, who, { ticket, account });
      const refused = over ?? (await take(door, who, { ticket, account }, upload.bytes)).refused;
      return refused
        ? portalRefused(context, kind, refused, { field: kind })
        : seeOther(`/request/status?done=${kind}`);
    });
  };
}
