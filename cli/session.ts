import { defineCommand } from "citty";
import { Secret } from "otpauth";
import { cookieName } from "~/cookies.server";
import { enrolForDemo } from "~/desk/demo-authenticator.server";
import { makeSession } from "~/desk/sign-in.server";
import type { Door, House } from "~/door.server";
import { memberNamed, openSeed } from "~/staff-secrets.server";
import { exit, withHouse } from "./house";

/** Makes sessions for the demo and for tests, one line of JSON for each name; a production desk refuses. */
export const session = defineCommand({
  meta: { name: "session", description: "Make sessions without a password (demo and test modes only)." },
  args: { name: { type: "positional", description: "the names they sign in with", required: true } },
  async run({ args }) {
    await withHouse(async (house) => {
      if (house.door.config.mode === "production")
        throw new Error("A production desk has no sign-in without a password.");
      for (const name of args._) console.log(JSON.stringify(await sessionOf(house, name)));
      return exit.ok;
    });
  },
});

async function sessionOf(house: House, name: string) {
  const { door } = house;
  const { member } = await wanted(door, name);
  if (member.enrolledAt === null)
    await enrolForDemo(
      door,
      { actor: { id: "system", role: "system", auth: "none", session: null }, request: "session" },
      member.id,
    );
  const value = await makeSession(house, member.id);
  const { totp } = await wanted(door, name);
  const seed = totp ? new Uint8Array(await openSeed(door, member.id, totp)).buffer : null;
  return {
    cookie: { name: cookieName(door.config, "cs"), value },
    totp: seed ? new Secret({ buffer: seed }).base32 : null,
  };
}

async function wanted(door: Door, name: string) {
  const found = await memberNamed(door, name);
  if (!found) throw new Error(`Nobody signs in as ${name}.`);
  return found;
}
