import { type Clock, openClock } from "db/clock";
import { type Db, openKeyStore, openReader, openWriter, type Store } from "db/engine";
import { type Ledger, openLedger } from "db/ledger";
import type { KeyTables } from "db/schema";
import { openVault, type Vault } from "db/vault";
import { type AskingPace, type Budget, makeAskingPace, makeFileBudget, makeStrangers } from "./budget.server";
import type { Config } from "./config.server";
import { openDirectory } from "./directory/open.server";
import type { Directory } from "./directory/port.server";
import { type Guesses, makeGuesses } from "./guesses.server";
import { openSecrets, type Secrets } from "./secrets.server";

/** Everything a desk verb works with: the write door, a read-only database, the vault, the derived secrets, the clock, the counts of guesses and of requests. */
export interface Door {
  config: Config;
  ledger: Ledger;
  /** Read-only: the engine itself refuses a write on it. */
  reader: Db;
  vault: Vault;
  secrets: Secrets;
  clock: Clock;
  guesses: Guesses;
  asking: AskingPace;
  /** Where accounts really live, or null when that is here. */
  directory: Directory | null;
  /** Codes to what is to join an account, by the digest of the address or number. */
  strangers: Budget;
  /** Files that come in by the portal, by their source. */
  files: Budget;
}
/** The door and the connections behind it, for the process that opens and closes them and for the narrow writers. */
export interface House {
  door: Door;
  writer: Db;
  /** The store of wrapped account keys, for the narrow writer that destroys them. */
  keys: Store<KeyTables>;
  close(): Promise<void>;
}

/** Opens database, key store and secrets as configured; throws a sentence when one of them cannot be used. */
export function openHouse(config: Config, env: Readonly<Record<string, string | undefined>> = process.env): House {
  const secrets = openSecrets(config.secretsDir, env);
  const writer = openWriter(config.databaseUrl);
  const reader = openReader(config.databaseUrl);
  const keys = openKeyStore(config.keysUrl);
  const clock = openClock(config.clockFile);
  const door = {
    config,
    ledger: openLedger(writer, clock),
    reader,
    vault: openVault(reader, keys, secrets.vault),
    secrets,
    clock,
    guesses: makeGuesses(),
    asking: makeAskingPace(),
    directory: openDirectory(config, env),
    strangers: makeStrangers(),
    files: makeFileBudget(),
  };
  const close = async () => {
    await Promise.all([writer.close(), reader.close(), keys.close()]);
  };
  return { door, writer, keys, close };
}

export { askedDue, forgetAsked, settleAskedAlone } from "db/asked";
export type { Clock } from "db/clock";
export {
  claimJobs,
  type DirectoryRow,
  jobLeaseMs,
  newPasswordField,
  noteSure,
  noteUnsure,
  releaseJob,
  retryJob,
} from "db/directory-job";
export { handleOf } from "db/handle";
export type { Keyed } from "db/idempotency";
export type { Keep } from "db/keep";
export { TrailHalted } from "db/ledger";
export { type CaseQuery, loadCase, loadCaseFacts } from "db/load";
export type { Guess } from "db/load-risk";
export { claimDue, leaseMs, markDone, markFailed, markRetry, release, type Waiting } from "db/outbox";
export { KeyReused, type Outcome } from "db/outcome";
export { hashOfOwnDevice } from "db/own-things";
export { hashOfProvidedAccount, hashOfProvidedName } from "db/provided";
export { deliveryOf, markBounced, markDelivered, messageByHandle, messageById } from "db/reported";
export { lastTrusted, noteTrusted } from "db/trusted-clock";
