import { droppable } from "db/place";
import { test as base } from "playwright/test";
import type { Options } from "./desk";
import { directoryOf } from "./directory";

const test = base.extend<object, Options>({ engine: ["sqlite", { option: true, scope: "worker" }] });

test("The directory that every story started from is taken down", async ({ engine }) => {
  await droppable(directoryOf(engine)).drop();
});
