import {
  type DirectoryFailure,
  directoryRules,
  directorySteps,
  directoryStops,
  directoryTroubles,
} from "domain/directory-job";
import { z } from "zod";
import { count, every, id, listOf } from "./entry-fields";

const o = z.strictObject;
const step = z.enum(directorySteps);

/** A redemption on its way to a directory elsewhere, on the case stream. */
export const directoryData = {
  "directory.asked": o({ job: id, generation: count, steps: listOf(step), until: count }),
  "directory.changed": o({ job: id, step }),
  "directory.delayed": o({ job: id, step, why: z.enum(directoryTroubles) }),
  "directory.refused": o({ job: id, why: z.enum(directoryRules) }),
  "directory.failed": o({ job: id, why: every<DirectoryFailure>()([...directoryTroubles, "password-gone"]) }),
  "directory.stopped": o({ job: id, why: z.enum(directoryStops) }),
  "directory.done": o({ job: id }),
};
