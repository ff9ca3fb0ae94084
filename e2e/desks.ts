import { copyPlace, type Droppable } from "db/place";
import { type Authenticator, halfMinute, openAuthenticator } from "./authenticator";
import type { StaffName } from "./cast";
import { type Directory, directoryOf } from "./directory";
import { openPostOffice, type PostOffice } from "./post-office";
import { countersign, freePort, type Ran, type Running, startWeb, startWorker } from "./processes";
import { clockFileOf, settingsOf } from "./settings";
import { type DeskClock, minutes, openClock } from "./time";

export interface Session {
  cookie: { name: string; value: string };
  authenticator: Authenticator;
}
/** A whole desk for one file of stories: database, mail server, clock, web and worker. */
export interface Desk {
  url: string;
  clock: DeskClock;
  mail: PostOffice;
  /** The first passwords of the staff, by name. */
  passwords: Directory["passwords"];
  /** Half minutes whose codes were spent, by secret. */
  used: Map<string, number>;
  /** Runs `countersign ARGS` beside web and worker. */
  countersign(...args: string[]): Promise<Ran>;
  /** A session of a member of staff, without typing; the same one for a while. */
  session(name: StaffName): Promise<Session>;
  /** What web and worker said. */
  said(): string;
  close(): Promise<void>;
}

/** Opens a desk on a copy of the directory of an engine. */
export async function openDesk(engine: Directory["kind"]): Promise<Desk> {
  const directory = directoryOf(engine);
  const place = await copyPlace(directory);
  const mail = await openPostOffice();
  const clock = openClock(clockFileOf(place));
  const ports = { web: await freePort(), mail: mail.port };
  const env = settingsOf(place, ports);
  const running = await startBoth(env);
  const run = (...args: string[]) => countersign(env, args);
  const used = new Map<string, number>();
  return {
    url: `http://127.0.0.1:${ports.web}`,
    clock,
    mail,
    passwords: directory.passwords,
    used,
    countersign: run,
    session: keptSessions(run, clock, used),
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

function keptSessions(run: Desk["countersign"], clock: DeskClock, used: Map<string, number>): Desk["session"] {
  const kept = new Map<StaffName, { session: Session; at: number }>();
  return async (name) => {
    const before = kept.get(name);
    if (before && clock.now() - before.at < keptMs) return before.session;
    const at = clock.now();
    const { code, out, err } = await run("session", name);
    if (code !== 0) throw new Error(`countersign session ${name} ended with ${code}: ${err}`);
    const { cookie, totp } = JSON.parse(out) as { cookie: Session["cookie"]; totp: string };
    // An authenticator that was only now enrolled spent the code of this half minute.
    used.set(totp, Math.max(used.get(totp) ?? 0, halfMinute(clock.now())));
    const session = { cookie, authenticator: openAuthenticator(totp, clock, used) };
    kept.set(name, { session, at });
    return session;
  };
}
