import type { Instant } from "domain/time";
import type { CodeView } from "domain/view";
import { When } from "../time";
import { codeWords } from "../words/acts";

/** A code can still be typed back: sent, not used, not expired, with tries left. */
export const isUsable = (code: CodeView | null | undefined, now: Instant): code is CodeView =>
  !!code && code.usedAt === null && code.expiresAt > now && code.triesLeft > 0;

/** When a code went out, how long it lasts and how many tries it has; or why it is of no more use. */
export function CodeState({ code, now, zone }: { code: CodeView; now: Instant; zone: string }) {
  if (code.usedAt !== null) return <span>{codeWords.used}</span>;
  if (code.triesLeft <= 0) return <span>{codeWords.spent}</span>;
  if (code.expiresAt <= now) return <span>{codeWords.expired}</span>;
  return (
    <span>
      {codeWords.sent} <When at={code.sentAt} now={now} zone={zone} />, {codeWords.until}{" "}
      <When at={code.expiresAt} now={now} zone={zone} />. {codeWords.tries(code.triesLeft)}
    </span>
  );
}
