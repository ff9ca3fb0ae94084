import type { DemoFacts } from "~/page.server";
import { DemoBar } from "~/ui/demo/demo-bar";

/** The demo's bar for a page's data, or nothing outside the demo. */
export const demoOf = (demo: DemoFacts | null) => (demo ? <DemoBar {...demo} /> : undefined);
