import { configOf } from "~/config.server";
import { openHouse } from "~/door.server";
import { importDirectory } from "./import-directory.server";
import { atTheDesk } from "./testing-import";

/** A process of its own that imports the folder it is given, says each phase, and may be killed in it. */
const house = openHouse(configOf(process.env));
const done = await importDirectory(house, atTheDesk, { folder: process.argv[2] ?? "", strict: false }, (doc) => process.stdout.write(`${doc.phase} ${doc.added.device}\n`));
console.log(JSON.stringify(done));
await house.close();
