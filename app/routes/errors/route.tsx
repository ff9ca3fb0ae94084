import type { LoaderFunctionArgs } from "@remix-run/node";

/** Shows the error page of what the gate turned away. */
export function loader({ context }: LoaderFunctionArgs): never {
  throw new Response(null, { status: context.refused ?? 404 });
}

export default function TurnedAway() {
  return null;
}
