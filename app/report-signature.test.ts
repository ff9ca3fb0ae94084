import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeKeys, openSecrets } from "./secrets.server";

const folder = mkdtempSync(join(tmpdir(), "countersign-signature-"));
makeKeys(folder);
afterAll(() => rmSync(folder, { recursive: true }));
/** Of the bytes 00, 01, 02 … 1f. */
const key = `v1:${Array.from({ length: 32 }, (_, n) => n.toString(16).padStart(2, "0")).join("")}`;
const { reportSignature } = openSecrets(folder, { COUNTERSIGN_KEY_DELIVERY: key });

it("A report is signed over its address and its fields in the order of their names, as any other tool computes it", () => {
  const fields = [
    ["MessageStatus", "undelivered"],
    ["ErrorCode", "30003"],
    ["MessageSid", "SM1"],
  ] as const;
  const made = reportSignature("https://desk.example/delivery/a1b2", fields);
  expect(made).toBe("Cv5R4+B9fXCbvsET/6OEikfoZUpG83OIHQBG4+0ItYY=");
  expect(reportSignature("https://desk.example/delivery/a1b2", fields.toReversed())).toBe(made);
});
