import type { Instant } from "domain/time";
import { demoCode } from "./desk/demo-authenticator.server";
import { navCounts } from "./read.server";
import { readAlarms } from "./read-watch.server";
import { newFormKey } from "./reply.server";
import type { Language } from "./ui/languages";
import type { Desk } from "./ui/shell/desk";
import type { Context } from "./visitor.server";
import { staffOf } from "./visitor.server";

/** What the demo's bar shows; null outside the demo. */
export interface DemoFacts {
  now: Instant;
  zone: string;
  formKey: string;
  authenticator: { name: string; code: string } | null;
}

/** What every page of the desk is drawn with. */
export async function deskPage(context: Context): Promise<{ desk: Desk; demo: DemoFacts | null }> {
  const viewer = staffOf(context);
  const formKey = newFormKey();
  const counts = await navCounts(context.door, viewer);
  const alarms = await readAlarms(context.door, viewer);
  const { zone, owners } = context.door.config;
  const desk = { viewer, zone, owners, now: context.door.clock.now(), formKey, alarms, ...counts };
  return { desk, demo: await demoFacts(context, formKey) };
}

/** The desk for a page that tells of an error: whoever is signed in keeps their menu, and nothing of it is counted. */
export function bareDesk({ door, visitor }: Context): Desk | null {
  const { zone, owners } = door.config;
  return visitor.member && { viewer: visitor.member, zone, owners, now: door.clock.now(), formKey: newFormKey() };
}

/** What every public page is drawn with. */
export async function portalPage(
  context: Context,
): Promise<{ formKey: string; zone: string; now: Instant; language: Language; demo: DemoFacts | null }> {
  const formKey = newFormKey();
  return {
    formKey,
    language: context.language,
    zone: context.door.config.zone,
    now: context.door.clock.now(),
    demo: await demoFacts(context, formKey),
  };
}

/** The demo's bar of a page that tells of an error; none where what failed fails it too. */
export const errorDemo = (context: Context): Promise<DemoFacts | null> =>
  demoFacts(context, newFormKey()).catch(() => null);

/** A portal by itself has none of the demo's pages, so no bar that leads to them. */
async function demoFacts({ door, visitor }: Context, formKey: string): Promise<DemoFacts | null> {
  if (door.config.mode !== "demo" || door.config.serve === "portal") return null;
  const code = visitor.member ? await demoCode(door, visitor.member.id) : null;
  const authenticator = visitor.member && code ? { name: visitor.member.name, code } : null;
  return { now: door.clock.now(), zone: door.config.zone, formKey, authenticator };
}

/** A page's URL parameter, or null when it is absent or longer than anything of ours. */
export function parameter(request: Request, name: string): string | null {
  const value = new URL(request.url).searchParams.get(name);
  return value && value.length <= 200 ? value : null;
}

/** Has the browser load a page anew while it waits for a directory: the public side runs no script. */
export function lookingAgain({ atWork }: { atWork?: { why: string | null } }): Record<string, string> {
  if (!atWork) return {};
  return { Refresh: atWork.why === null ? "5" : "30" };
}
