import { expect, it } from "vitest";
import { makeQueue, QueueFull } from "./queue.server";

it("does one thing at a time, in the order they came, and goes on after one that failed", async () => {
  const queue = makeQueue(5);
  const story: string[] = [];
  const work = (name: string, fails = false) =>
    queue.run(async () => {
      story.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      story.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
  const done = await Promise.allSettled([work("one"), work("two", true), work("three")]);
  expect(done.map((d) => d.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(story).toEqual(["one begins", "one ends", "two begins", "two ends", "three begins", "three ends"]);
});

it("turns away who would wait behind too many, and takes them again once there is room", async () => {
  const queue = makeQueue(2);
  let open = () => {};
  const door = new Promise<void>((resolve) => {
    open = resolve;
  });
  const three = [1, 2, 3].map(() => queue.run(() => door));
  await expect(queue.run(() => door)).rejects.toThrow(QueueFull);
  open();
  await Promise.all(three);
  await expect(queue.run(async () => "taken")).resolves.toBe("taken");
});
