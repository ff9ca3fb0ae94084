import { startPasswords } from "./client/passwords";

// The one script of the public side: every page works without it.
startPasswords();
