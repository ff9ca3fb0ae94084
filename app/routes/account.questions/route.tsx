import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseQuestions } from "~/desk/choose-questions.server";
import { QuestionsPage } from "~/ui/portal/things/questions-page";
import type { Problem } from "~/ui/problem";
import { anew, givenIn, thingAct } from "../account/thing-act.server";
import { thingProps } from "../account/thing-props";
import { questionsLoader as loader } from "../account/things.server";
import { titleOf } from "../portal-title";
import { questionsIn, questionsShape } from "./form";

export { loader };

export const meta = titleOf("questions");

/** Puts three questions in the place of all before them, once each is good. */
export const action = thingAct({
  form: "questions",
  shape: { ...questionsShape, ...anew },
  to: "/account/questions?done=chosen",
  act: async (a) => {
    const read = questionsIn(a.form, a.language);
    if ("fields" in read) return read;
    return (await chooseQuestions(a.door, a.who, a.account, { chosen: read.chosen, ...givenIn(a) })).refused;
  },
});

export default function Questions() {
  const loaded = useLoaderData<typeof loader>();
  return <QuestionsPage {...thingProps(loaded, useActionData<{ problem: Problem }>())} />;
}
