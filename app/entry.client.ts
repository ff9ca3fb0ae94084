import { startCopying } from "./client/copy";
import { startFocus } from "./client/focus";
import { startForms } from "./client/forms";
import { startKeys } from "./client/keys";
import { startLive } from "./client/live";
import { startPopovers } from "./client/popovers";

// Every page works without this file; each part stands alone and does nothing where its elements are missing.
for (const start of [startForms, startPopovers, startKeys, startCopying, startFocus, startLive]) start();
