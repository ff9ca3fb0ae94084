import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askGlass } from "~/desk/break-glass.server";
import { acting, formOf, keyed, refused, seeOther, text, unread } from "~/reply.server";
import { GlassScreen } from "~/ui/glass/glass-screen";
import type { Problem } from "~/ui/problem";
import { titles } from "~/ui/words/titles";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { aboutGlass, numberIn } from "./act.server";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: titles.glass }];

const shape = {
  ticket: text(20),
  reason: z.enum(["complaint", "suspected-fraud", "safety", "technical-fault", "other"]),
  text: text(500),
  code: text(20),
};

/** A first supervisor asks, with a reason and a fresh code. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { door, visitor } = context;
  const read = await formOf(request, shape);
  if (!read.ok) return unread("ask", read);
  const who = whoOf(context, keyed(door, visitor, read.key, read.form));
  return acting("ask", async () => {
    const { ticket, ...form } = read.form;
    const done = await askGlass(door, who, { ...form, number: numberIn(ticket) });
    if (done.refused === null) return seeOther("/glass?done=ask");
    return refused("ask", done.refused, { typed: read.typed, ...aboutGlass(done.refused, "glass.ask") });
  });
}

export default function GlassRoute() {
  const { desk, demo, page, done, about } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return (
    <GlassScreen
      desk={desk}
      page={page}
      about={about}
      problem={acted?.problem ?? null}
      done={done}
      demo={demoOf(demo)}
    />
  );
}
