import type { LoaderFunctionArgs } from "@remix-run/node";
import { deskPage, parameter } from "~/page.server";
import { readErasures } from "~/read-erasures.server";

const names = ["waiting", "held", "erased"] as const;

/** What waits, what is held and what is gone, each from where its own cursor says. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const [waiting, held, erased] = names.map((name) => parameter(request, name));
  const cursors = { waiting: waiting ?? null, held: held ?? null, erased: erased ?? null };
  return {
    ...(await deskPage(context)),
    lists: await readErasures(context.door, cursors),
    further: names.filter((name) => cursors[name] !== null),
  };
}
