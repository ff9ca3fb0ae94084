import { existsSync } from "node:fs";
import { configOf } from "~/config.server";
import { openHouse } from "~/door.server";
import { importDirectory } from "./import-directory.server";
import { atTheDesk } from "./testing-import";

/** A process of its own that imports a folder, and stands still before the answers until a file is there or it is killed. */
const [folder = "", goOn = ""] = process.argv.slice(2);
const house = openHouse(configOf(process.env));
const done = await importDirectory(house, atTheDesk, { folder, strict: false }, (doc) => {
  if (doc.phase === "answers" && !existsSync(goOn)) standStill();
});
await house.close();
process.exitCode = done.refused ? 1 : 0;

function standStill(): void {
  process.stdout.write("standing still\n");
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  while (!existsSync(goOn)) Atomics.wait(nothing, 0, 0, 50);
}
