import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseQuestions } from "~/desk/choose-questions.server";
import { QuestionsPage } from "~/ui/portal/things/questions-page";
import type { Problem } from "~/ui/problem";
import { givenIn, password, thingAct } from "../account/thing-act.server";
import { questionsLoader as loader } from "../account/things.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import { questionsIn, questionsShape } from "./form";

export { loader };

export const meta = titleOf("questions");

/** Puts three questions in the place of all before them, once each is good. */
export const action = thingAct({
  form: "questions",
  shape: { ...questionsShape, password },
  to: "/account/questions?done=chosen",
  act: async (a) => {
    const read = questionsIn(a.form, a.language);
    if ("fields" in read) return read;
    return (await chooseQuestions(a.door, a.who, a.account, { chosen: read.chosen, ...givenIn(a) })).refused;
  },
});

export default function Questions() {
  const { view, news, zone, formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  const problem = acted?.problem ?? null;
  return (
    <QuestionsPage
      view={view}
      news={problem ? null : news}
      zone={zone}
      formKey={formKey}
      problem={problem}
      demo={demoOf(demo)}
    />
  );
}
