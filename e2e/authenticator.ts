import { TOTP } from "otpauth";
import type { DeskClock } from "./time";

const periodMs = 30_000;

/** An authenticator app: its codes by the desk's clock. */
export interface Authenticator {
  /** A code that was not given before; where this half minute's was, the clock passes to the next. */
  code(): string;
}

/** An authenticator with the secret that was typed into it; `used` holds the newest half minute whose code was spent. */
export function openAuthenticator(base32: string, clock: DeskClock, used = new Map<string, number>()): Authenticator {
  const secret = base32.replaceAll(" ", "");
  const totp = new TOTP({ secret, digits: 6, period: periodMs / 1000 });
  const step = () => halfMinute(clock.now());
  return {
    code: () => {
      const spent = used.get(secret) ?? 0;
      if (step() <= spent) clock.pass((spent + 1) * periodMs - clock.now());
      used.set(secret, step());
      return totp.generate({ timestamp: clock.now() });
    },
  };
}

/** Which half minute a code belongs to (RFC 6238). */
export const halfMinute = (at: number): number => Math.floor(at / periodMs);
