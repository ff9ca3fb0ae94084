/** The narrow writers of published heads, for the desk verb that publishes them and for the processes that look at them. */

export {
  haltTrail,
  holdAgainst,
  type LogKeys,
  lastCheckpoint,
  type Published,
  publishCheckpoint,
  resumeTrail,
  TrailBroken,
  whyHalted,
} from "db/checkpoints";
export { cosignaturesOf, markFailing, markLate, markTaken, type Outside, outsideNow } from "db/outside";
export { proveConsistency, proveInclusion } from "db/proofs";
