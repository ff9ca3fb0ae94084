/** The narrow writers of the desk's own check of its trail, and of what staff looked at before that was counted. */

export { countEarlier } from "db/count-earlier";
export { entriesAtOnce, goOver, isStillBad } from "db/go-over";
export type { Verdict } from "db/verify";
export { newTree } from "db/verify/tree";
export { Found, type Problem, tampered } from "db/verify/verdict";
export {
  keepGoneOver,
  keepProblem,
  keepStanding,
  keepVerdict,
  type Standing,
  standingOf,
  takeWatch,
  watchNow,
} from "db/watch";
