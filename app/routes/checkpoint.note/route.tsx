import type { LoaderFunctionArgs } from "@remix-run/node";
import { checkpointNote } from "~/read-watch.server";
import { fileOf, turnAway } from "~/reply.server";

/** A published head as its signed note, as a file: it was made to be kept elsewhere. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const size = /^\d{1,15}$/.test(params.size ?? "") ? Number(params.size) : turnAway(404);
  const note = (await checkpointNote(context.door, size)) ?? turnAway(404);
  return fileOf(note, `checkpoint-${size}.txt`);
}
