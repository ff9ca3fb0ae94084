import type { Context } from "~/visitor.server";

/** Where this SCIM server is. */
export const baseOf = ({ door }: Pick<Context, "door">): string => `${door.config.ownUrl}/scim/v2`;
