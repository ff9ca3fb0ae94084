import { verifyFile } from "./verify-file";

// The one file that is shipped as verify.mjs: it needs Node and nothing else.
process.exitCode = await verifyFile(process.argv.slice(2));
