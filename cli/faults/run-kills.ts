import { defineCommand, runMain } from "citty";
import { lookOver } from "./afterwards";
import { killOften } from "./kills";
import { openFaultDesk } from "./testing";

/** By hand: `npx tsx cli/faults/run-kills.ts --kills 200 --engine sqlite`; exit code 1 when anything acknowledged is lost or half done. */
const kills = defineCommand({
  meta: { name: "run-kills", description: "Kill a desk's processes under load and look it over afterwards." },
  args: {
    kills: { type: "string", description: "how many kills", default: "200" },
    engine: { type: "string", description: "sqlite or postgres", default: "sqlite" },
  },
  async run({ args }) {
    const desk = await openFaultDesk(args.engine === "postgres" ? "postgres" : "sqlite", { lanes: 3, holders: 900 });
    const begun = Date.now();
    const onKill = (done: number) =>
      done % 20 === 0 && console.log(`${done} kills after ${Math.round((Date.now() - begun) / 1000)} s`);
    const killed = await killOften(desk, { kills: Number(args.kills), random: Math.random, onKill });
    const after = await lookOver(desk, killed.acknowledged);
    await desk.drop();
    const { acknowledged, ...rest } = killed;
    console.log(JSON.stringify({ engine: args.engine, acknowledged: acknowledged.length, ...rest, ...after }, null, 2));
    process.exitCode = after.faults.length + killed.failures.length > 0 ? 1 : 0;
  },
});

void runMain(kills);
