import type { LoaderFunctionArgs } from "@remix-run/node";
import { providerConfig, resourceTypes, schemas } from "~/routes/scim/about";
import { baseOf } from "~/routes/scim/base";
import { answering, listReply, ScimProblem, scimReply } from "~/routes/scim/wire";

/** What this SCIM server is: its configuration, its resource types, its schemas. Of groups it knows nothing. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const base = baseOf(context);
  return answering(async () => {
    switch (params.about) {
      case "ServiceProviderConfig":
        return scimReply(providerConfig(base));
      case "ResourceTypes":
        return listReply(resourceTypes(base), { total: resourceTypes(base).length });
      case "Schemas":
        return listReply(schemas(base), { total: schemas(base).length });
      default:
        throw new ScimProblem(404, null, `There is no ${params.about} here.`);
    }
  });
}
