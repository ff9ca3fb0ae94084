import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { portalPage } from "~/page.server";
import { VerifyPage } from "~/ui/verify/verify-page";
import { titles } from "~/ui/words/titles";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: titles.verify }];

/** Nothing is asked of the desk but the page: the bundle is read where it was dropped. */
export const loader = ({ context }: LoaderFunctionArgs) => portalPage(context);

export default function Verify() {
  const { demo } = useLoaderData<typeof loader>();
  return <VerifyPage demo={demoOf(demo)} />;
}
