import { startCopying } from "./ui/enhance/copy";
import { startFocus } from "./ui/enhance/focus";
import { startForms } from "./ui/enhance/forms";
import { startKeys } from "./ui/enhance/keys";
import { startLive } from "./ui/enhance/live";
import { startPopovers } from "./ui/enhance/popovers";

// Every page works without this file; each part stands alone and does nothing where its elements are missing.
for (const start of [startForms, startPopovers, startKeys, startCopying, startFocus, startLive]) start();
