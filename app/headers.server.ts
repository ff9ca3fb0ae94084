import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import type { Config } from "./config.server";

/** The nonce of a response's one script. */
export const nonceOf = (res: Response): string => res.locals.nonce as string;

/** What every answer says to the browser: nothing from elsewhere runs, frames, sniffs or learns the address. */
export function headersFor(config: Config): RequestHandler[] {
  const secure = config.ownUrl.startsWith("https://");
  const nonce: RequestHandler = (_req, res, next) => {
    res.locals.nonce = randomBytes(16).toString("base64");
    next();
  };
  const policy = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    xFrameOptions: { action: "deny" },
  });
  return [nonce, policy];
}

/** Not kept anywhere: a page of the desk, seen after signing out, is a leak. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader("Cache-Control", "no-store");
  next();
};

const contentPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", (_req: unknown, res: unknown) => `'nonce-${nonceOf(res as Response)}'`],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};
