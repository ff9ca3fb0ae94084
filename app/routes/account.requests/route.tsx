import { useLoaderData } from "@remix-run/react";
import { RequestsPage } from "~/ui/portal/account/requests-page";
import type { loader } from "../account/loader.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export { loader } from "../account/loader.server";

export const meta = titleOf("requests");

export default function Requests() {
  const { account, factor, ways, zone, formKey, demo } = useLoaderData<typeof loader>();
  return <RequestsPage {...{ account, factor, ways, zone, formKey }} demo={demoOf(demo)} />;
}
