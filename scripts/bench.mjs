import { ensureBuilt } from "./build.mjs";
import { cleanUp } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";
import { startPostgres } from "./postgres.mjs";
import { run } from "./run.mjs";

const BENCHES = ["trail", "at-work", "import", "forgot"];

/** `npm run bench -- NAME [options]` runs one benchmark, without a name all of them; figures are printed as JSON. */
try {
  const [name, ...options] = process.argv.slice(2);
  if (name && !BENCHES.includes(name))
    throw new Error(`There is no benchmark ${name}; they are ${BENCHES.join(", ")}.`);
  await ensureInstalled();
  await ensureBuilt();
  const postgres = options.join(" ").includes("postgres") ? (await startPostgres()).url : "";
  const env = { NODE_ENV: "production", ...(postgres ? { COUNTERSIGN_TEST_POSTGRES_URL: postgres } : {}) };
  for (const each of name ? [name] : BENCHES) {
    const { code } = await run(process.execPath, ["--import", "tsx", `bench/${each}.ts`, ...options], { env });
    if (code !== 0) process.exitCode = code;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
