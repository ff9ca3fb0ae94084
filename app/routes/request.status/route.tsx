import { useActionData, useLoaderData } from "@remix-run/react";
import { RequestPage } from "~/ui/portal/request-page";
import type { Problem } from "~/ui/problem";
import { portalNews } from "~/ui/words/portal-news";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta = titleOf("request");

export default function RequestStatus() {
  const { formKey, zone, demo, language, status, call, done } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return (
    <RequestPage
      request={status}
      call={call}
      zone={zone}
      formKey={formKey}
      problem={acted?.problem ?? null}
      news={isSaid(done, status) ? null : portalNews(language, done)}
      demo={demoOf(demo)}
    />
  );
}

/** News that the page says by itself, as that a request has ended, or that does not hold of it. */
const isSaid = (done: string | null, { answersDone }: { answersDone: boolean }): boolean =>
  done === "cancellation" || (done === "answers" && !answersDone);
