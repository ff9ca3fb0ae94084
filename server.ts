import { fileURLToPath } from "node:url";
import * as build from "@remix-run/dev/server-build";
import { serve } from "~/serve.server";

// Built into build/index.js, beside public/.
await serve(build, fileURLToPath(new URL("../public", import.meta.url)));
