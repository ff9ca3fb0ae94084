/** The narrow writers of an import and the hardening of its answers, for the desk verbs that use them. */

export { countHardened, countSoft, hardenAnswer, mostCounted, type SoftAnswer, softAnswers } from "db/harden";
export { accountsOnFile, addAccounts, type Met, type OnFile, type ReadyAccount } from "db/import-accounts";
export { addAnswers, type ReadyAnswer } from "db/import-answers";
export type { Refused, Run, Timed } from "db/import-batch";
export { addContacts, type ReadyContact } from "db/import-contacts";
export { addDevices, type ReadyDevice } from "db/import-devices";
export { openDigest, type RowDigest } from "db/import-digest";
export {
  type Added,
  addJob,
  beat,
  type ImportDoc,
  ImportEnded,
  type ImportJob,
  type ImportPhase,
  type ImportState,
  jobOf,
  jobsIn,
  type LeftOut,
  moveJob,
} from "db/import-job";
export { leftOutOf } from "db/import-left-out";
export { hiddenSets, isVisible, openSet, removeSeen, removeSet } from "db/import-set";
export { loadDesk } from "db/load";
export { freshBytes } from "db/random";
export type { Tables } from "db/schema";
