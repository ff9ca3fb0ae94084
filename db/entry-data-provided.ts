import { z } from "zod";
import { count, digest, flag, id } from "./entry-fields";

const o = z.strictObject;

/** What an identity provider says of its accounts, on the case stream. */
export const providedData = {
  "account.provisioned": o({ row: digest, createdAt: count }),
  "account.described": o({ row: digest }),
  "provided-contact.added": o({ contact: id, kind: z.enum(["email", "phone"]), since: count.optional() }),
  "provided-contact.removed": o({ contact: id }),
  "account.deactivated": o({ gone: flag }),
  "account.reactivated": o({}),
};
