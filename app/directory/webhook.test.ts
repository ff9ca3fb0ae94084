import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { NotDone, NotTaken } from "./port.server";
import { hookKey, type Receiver, startReceiver } from "./testing-receiver";
import { signatureOf, webhookDirectory } from "./webhook.server";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.drop());

const hook = (key = hookKey, now: () => number = Date.now) =>
  webhookDirectory({ url: receiver.url.replace("webhook+", ""), key }, now);
const change = {
  id: "j1.password",
  step: "password",
  username: "hal",
  unsure: false,
  before: null,
  password: "a new one",
} as const;
const nobodyNotes = async () => undefined;
const failure = (doing: Promise<void>) =>
  doing.then(
    () => null,
    (error: unknown) => (error instanceof NotDone ? error.trouble : error),
  );

it("A change is signed with its time, and one that comes twice by its key is taken once", async () => {
  await hook().change(change, nobodyNotes);
  await hook().change({ ...change, unsure: true }, nobodyNotes);
  expect(receiver.taken).toEqual([{ id: "j1.password", step: "password", username: "hal", password: "a new one" }]);
  expect(receiver.refused).toEqual([]);
});

it("A receiver that checks turns away another's key, and what is older than five minutes", async () => {
  expect(await failure(hook("another key").change(change, nobodyNotes))).toBe("not-allowed");
  expect(await failure(hook(hookKey, () => Date.now() - 301_000).change(change, nobodyNotes))).toBe("not-allowed");
  expect(receiver.refused).toEqual(["unsigned", "old"]);
});

it("A receiver's word on a password is taken where it is one of ours, and every other answer is no such word", async () => {
  receiver.next.push(
    { status: 422, body: '{"refused":"too-simple"}' },
    { status: 422, body: '{"refused":"because"}' },
    { status: 404 },
    { status: 500 },
  );
  expect(await failure(hook().change(change, nobodyNotes))).toEqual(new NotTaken("too-simple"));
  expect(await failure(hook().change(change, nobodyNotes))).toBe("not-understood");
  expect(await failure(hook().change(change, nobodyNotes))).toBe("no-such-account");
  expect(await failure(hook().change(change, nobodyNotes))).toBe("unreachable");
  expect(await hook().problem()).toBeNull();
});

it("The example of a signature in the README is right", () => {
  const readme = readFileSync("README.md", "utf8");
  const [, timestamp = "", signature = "", body = ""] =
    /Countersign-Timestamp: (\d+)\nCountersign-Signature: v1=([0-9a-f]+)\n\n(\{.*\})\n/.exec(readme) ?? [];
  expect(signature).toBe(signatureOf("a key of an example", timestamp, body));
});
