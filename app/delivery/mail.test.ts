import { createServer, type Server } from "node:net";
import { leaseMs } from "db/outbox";
import { afterEach, expect, it } from "vitest";
import { deliverByMail, withLimits } from "./mail.server";
import { Undeliverable } from "./port.server";

const message = {
  id: "m1",
  to: "hal@home.example",
  subject: "s",
  text: "t",
  html: "<p>t</p>",
  language: "en",
} as const;
let server: Server | null = null;
afterEach(() => {
  server?.close();
});

/** A server that takes connections and says nothing. */
async function silentServer(): Promise<number> {
  const made = createServer(() => undefined);
  server = made;
  await new Promise<void>((listening) => made.listen(0, "127.0.0.1", listening));
  const at = made.address();
  return typeof at === "object" && at ? at.port : 0;
}

it("A mail server that says nothing is given up within the time its address gives, for now and not for good", async () => {
  const deliver = deliverByMail(
    `smtp://127.0.0.1:${await silentServer()}/?greetingTimeout=300`,
    "a@desk.example",
    "desk",
  );
  const failed = await deliver(message).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Error);
  expect(failed).not.toBeInstanceOf(Undeliverable);
}, 5_000);

it("Every step of a delivery ends well within the lease of its message, unless the address says otherwise", () => {
  const limits = [...new URL(withLimits(new URL("smtp://mail.example"))).searchParams];
  expect(limits.map(([name]) => name).sort()).toEqual([
    "connectionTimeout",
    "dnsTimeout",
    "greetingTimeout",
    "socketTimeout",
  ]);
  for (const [, ms] of limits) expect(Number(ms)).toBeLessThan(leaseMs / 4);
  const own = new URL(withLimits(new URL("smtps://u:p@mail.example:465/?socketTimeout=5"))).searchParams;
  expect(own.get("socketTimeout")).toBe("5");
});
