import type { KyselyPlugin } from "kysely";
import { configOf } from "~/config.server";
import { openHouse } from "~/door.server";
import { runWaitingExports } from "./run-exports.server";

/** A process of its own that makes the bundle that waits, and stands still once its entries are written, until it is killed. */
const house = openHouse(configOf(process.env));
const plugin: KyselyPlugin = {
  transformQuery: ({ node }) => {
    // The subtree hashes are asked for by the proof of consistency, which is written after the entries.
    if (JSON.stringify(node).includes('"name":"node"')) standStill();
    return node;
  },
  transformResult: async ({ result }) => result,
};
const { reader } = house.door;
await runWaitingExports({
  ...house,
  door: { ...house.door, reader: { ...reader, sql: reader.sql.withPlugin(plugin) } },
});

function standStill(): void {
  process.stdout.write("standing still\n");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
