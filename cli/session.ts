import { defineCommand } from "citty";
import { Secret } from "otpauth";
import { cookieName } from "~/cookies.server";
import { enrolForDemo } from "~/desk/demo-authenticator.server";
import { makeSession } from "~/desk/sign-in.server";
import { memberNamed, openSeed } from "~/staff-secrets.server";
import { exit, withHouse } from "./house";

/** Makes a session for the demo and for tests; a production desk refuses. */
export const session = defineCommand({
  meta: { name: "session", description: "Make a session without a password (demo and test modes only)." },
  args: { name: { type: "positional", description: "the name they sign in with", required: true } },
  async run({ args }) {
    await withHouse(async (house) => {
      const { door } = house;
      if (door.config.mode === "production") throw new Error("A production desk has no sign-in without a password.");
      const member = await memberNamed(door, args.name);
      if (!member) throw new Error(`Nobody signs in as ${args.name}.`);
      if (member.member.enrolledAt === null)
        await enrolForDemo(
          door,
          { actor: { id: "system", role: "system", auth: "none", session: null }, request: "session" },
          member.member.id,
        );
      const value = await makeSession(house, member.member.id);
      const enrolled = await memberNamed(door, args.name);
      const totp = enrolled?.totp
        ? new Secret({ buffer: new Uint8Array(await openSeed(door, member.member.id, enrolled.totp)).buffer }).base32
        : null;
      console.log(JSON.stringify({ cookie: { name: cookieName(door.config, "cs"), value }, totp }));
      return exit.ok;
    });
  },
});
