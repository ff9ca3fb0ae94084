import { demoSettings } from "./demo-settings.mjs";

// For the command line on the demo's desk: eval "$(node scripts/demo-env.mjs)"
for (const [name, value] of Object.entries(demoSettings())) console.log(`export ${name}=${quoted(value)}`);

/** A value as a shell takes it for one word. */
function quoted(value) {
  return `'${value.replaceAll("'", "'\\''")}'`;
}
