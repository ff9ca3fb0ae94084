import type { LoaderFunctionArgs } from "@remix-run/node";
import { isHealthy } from "~/health.server";

/** For whoever watches the process: 200 when it can work, 503 when it cannot. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const healthy = await isHealthy(context.door);
  return new Response(healthy ? "ok\n" : "not ok\n", {
    status: healthy ? 200 : 503,
    headers: { "Content-Type": "text/plain" },
  });
}
