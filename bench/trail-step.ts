import { type Step, takeStep } from "./trail-steps";

/** One step in a process of its own: what it took, as JSON on its last line. */
const [step, url] = process.argv.slice(2) as [Step, string];
console.log(JSON.stringify(await takeStep(step, url)));
