import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/ui/problem";
import { PhotoScreen } from "~/ui/ticket/photo-screen";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Photo of a label · Countersign" }];

export default function PhotoPage() {
  const { desk, demo, number, look, photo, nth, whole } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return (
    <PhotoScreen
      desk={desk}
      number={number}
      look={look}
      photo={photo}
      nth={nth}
      whole={whole}
      problem={acted?.problem ?? null}
      demo={demoOf(demo)}
    />
  );
}
