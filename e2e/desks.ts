import { copyPlace, type Droppable, type Place } from "db/place";
import { type Authenticator, halfMinute, openAuthenticator } from "./authenticator";
import type { StaffName } from "./cast";
import { type Directory, directoryOf, type Printed } from "./directory";
import { openPostOffice, type PostOffice } from "./post-office";
import { countersign, freePort, type Ran, type Running, startWeb, startWorker } from "./processes";
import { clockFileOf, outsideFileOf, settingsOf } from "./settings";
import { type DeskClock, minutes, openClock } from "./time";

export interface Session {
  cookie: { name: string; value: string };
  authenticator: Authenticator;
}
/** A whole desk for one file of stories: database, mail server, clock, web and worker. */
export interface Desk {
  url: string;
  /** Where its database is, for what is told straight through the ledger. */
  place: Place;
  /** A folder of its own, gone with it. */
  folder: string;
  clock: DeskClock;
  mail: PostOffice;
  /** Runs `countersign ARGS` beside web and worker. */
  countersign(...args: string[]): Promise<Ran>;
  /** A session of a member of staff, without typing; the same one for a while. */
  session(name: StaffName): Promise<Session>;
  /** The file that checkpoints are carried to, where the desk was opened with one. */
  outside: string;
  /** What web and worker said. */
  said(): string;
  close(): Promise<void>;
}

/** Opens a desk on a copy of the directory of an engine, with a place outside for its checkpoints or none, and further settings. */
export async function openDesk(
  engine: Directory["kind"],
  hasOutside = false,
  more: Record<string, string> = {},
): Promise<Desk> {
  const directory = directoryOf(engine);
  const place = await copyPlace(directory);
  const mail = await openPostOffice();
  const clock = openClock(clockFileOf(place));
  const ports = { web: await freePort(), mail: mail.port, texts: mail.textsPort };
  const outside = outsideFileOf(place);
  const env = { ...settingsOf(place, ports), ...(hasOutside ? { COUNTERSIGN_CHECKPOINT_FILE: outside } : {}), ...more };
  const running = await startBoth(env);
  const run = (...args: string[]) => countersign(env, args);
  return {
    url: `http://127.0.0.1:${ports.web}`,
    place,
    folder: place.folder,
    clock,
    mail,
    countersign: run,
    session: keptSessions(run, clock, directory),
    outside,
    said: () => running.map((one) => one.said()).join("\n"),
    close: () => closeAll(running, mail, place),
  };
}

async function startBoth(env: Record<string, string>): Promise<Running[]> {
  const both = await Promise.allSettled([startWeb(env), startWorker(env)]);
  const running = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = both.find((one) => one.status === "rejected");
  if (!failed) return running;
  await Promise.all(running.map((one) => one.end()));
  throw failed.reason;
}

async function closeAll(running: Running[], mail: PostOffice, place: Droppable): Promise<void> {
  await Promise.all(running.map((one) => one.end()));
  await mail.close();
  await place.drop();
}

const keptMs = minutes(10);

/** Sessions by name: those that came with the directory, and new ones once they are old by the desk's clock. */
function keptSessions(
  run: Desk["countersign"],
  clock: DeskClock,
  { sessions }: Directory,
): (name: StaffName) => Promise<Session> {
  const kept = new Map(Object.entries(sessions));
  const used = new Map<string, number>();
  return async (name) => {
    const before = kept.get(name);
    const printed = before && clock.now() - before.at < keptMs ? before : await newSession(run, name, clock.now());
    kept.set(name, printed);
    // An authenticator that was enrolled for this session spent the code of its half minute.
    used.set(printed.totp, Math.max(used.get(printed.totp) ?? 0, halfMinute(printed.at)));
    return { cookie: printed.cookie, authenticator: openAuthenticator(printed.totp, clock, used) };
  };
}

async function newSession(run: Desk["countersign"], name: StaffName, at: number): Promise<Printed> {
  const { code, out, err } = await run("session", name);
  if (code !== 0) throw new Error(`countersign session ${name} ended with ${code}: ${err}`);
  return { ...JSON.parse(out), at };
}
