import type { ActionFunctionArgs } from "@remix-run/node";
import type { takePhoto } from "~/desk/photo.server";
import { acting, keyed, refused, seeOther } from "~/reply.server";
import { fileOf } from "~/upload.server";
import { whoOf } from "~/visitor.server";
import { answerOn, refOf } from "./act.server";

/** The action of a file that an agent adds on a ticket's page, for a second person to judge. */
export function fileAct(kind: "photo" | "purchase", take: typeof takePhoto) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { door, visitor } = context;
    const ref = await refOf(context, params.number);
    return answerOn(context, params.number, async () => {
      const upload = await fileOf(request, kind);
      const who = whoOf(context, keyed(door, visitor, upload.key, { ticket: ref.ticket, [kind]: upload.digest }));
      return acting(`${kind}s`, async () => {
        const taken = await take(door, who, ref, upload.bytes);
        return taken.refused
          ? refused(`${kind}s`, taken.refused, { field: kind })
          : seeOther(`/tickets/${params.number}?done=${kind}s`);
      });
    });
  };
}
