import { createHash } from "node:crypto";

/** The name by which servers outside speak of a message: it tells them nothing of account, ticket or contact. */
export const handleOf = (message: string): string => createHash("sha256").update(message).digest("hex").slice(0, 32);
