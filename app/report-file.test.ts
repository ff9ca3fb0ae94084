import { figuresOf } from "domain/report";
import { minutes, seconds } from "domain/time";
import type { ReportPage } from "domain/view-report";
import { watchPairs } from "domain/watchers";
import { expect, test } from "vitest";
import { figureFile } from "./report-file.server";

const now = Date.parse("2026-03-02T09:00:00.000Z");
const approvals = Array.from({ length: 12 }, (_, n) => ({
  ticket: `t${n}`,
  agent: n % 2 ? "ada" : "bob",
  supervisor: n % 3 ? "sam" : "max",
  tier: "T3" as const,
  at: now + minutes(n),
  openedAt: now + minutes(n) - seconds(50 + n),
}));
const names: Record<string, string> = {
  ada: '=cmd|"/c calc"!A1',
  bob: "Bob <script>",
  sam: "@Sam, the first",
  max: "Max",
};
const nameOf = (id: string) => names[id] ?? id;
const page: ReportPage = {
  span: "7-days",
  from: "2026-02-24",
  to: "2026-03-02",
  figures: figuresOf(
    {
      live: [{ state: "open", openedAt: now - minutes(5) }],
      ended: [{ how: "grant.redeemed", tier: "T4", openedAt: now - minutes(90), at: now }],
      refusals: [{ reason: "own-case", n: 3 }],
      checks: [],
      approvals,
    },
    now,
  ),
  pairs: watchPairs(approvals).map((p) => ({ ...p, agentName: nameOf(p.agent), supervisorName: nameOf(p.supervisor) })),
  approvals: 12,
  pairsCut: false,
  glass: [],
  now,
};

test("A name that a spreadsheet would take for a formula is no formula in the file of pairs", () => {
  const { type, text } = figureFile(page, "pairs", "csv");
  expect(type).toBe("text/csv; charset=utf-8");
  const lines = text.split("\r\n");
  expect(lines).toHaveLength(6);
  expect(text).toContain(`"'=cmd|""/c calc""!A1","'@Sam, the first",`);
  expect(lines.slice(1, -1).every((line) => /^("'=cmd|Bob <script>)/.test(line))).toBe(true);
});

test("A figure's file has its rows in words and lengths of time in seconds", () => {
  expect(figureFile(page, "time-to-recover", "csv").text).toBe(
    [
      "Tier,median in seconds,90th percentile in seconds,recoveries",
      "T1,0,0,0",
      "T2,0,0,0",
      "T3,0,0,0",
      "T4,5400,5400,1",
      "All tiers,5400,5400,1",
      "",
    ].join("\r\n"),
  );
  expect(figureFile(page, "refusals", "csv").text).toBe("Reason,refusals\r\nOwn case,3\r\n");
});

test("A chart's file names and describes itself, brings its colours along, and holds no markup of a name", () => {
  const { type, text } = figureFile(page, "pairs", "svg");
  expect(type).toBe("image/svg+xml");
  expect(text).toContain('<title id="pairs-title">Who approves whose work</title><desc id="pairs-desc">Approvals of');
  expect(text).toContain('fill="#2447c6"');
  expect(text).toContain("Bob &lt;script&gt; and");
  expect(text).not.toContain("<script");
});
