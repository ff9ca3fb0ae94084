import type { LoaderFunctionArgs } from "@remix-run/node";
import { resourceTypes, schemas } from "~/routes/scim/about";
import { baseOf } from "~/routes/scim/base";
import { answering, ScimProblem, scimReply } from "~/routes/scim/wire";

/** One resource type or one schema. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const base = baseOf(context);
  return answering(async () => {
    const all =
      params.about === "ResourceTypes" ? resourceTypes(base) : params.about === "Schemas" ? schemas(base) : [];
    const one = all.find(({ id }) => id === params.of);
    if (!one) throw new ScimProblem(404, null, `There is no ${params.about}/${params.of} here.`);
    return scimReply(one);
  });
}
