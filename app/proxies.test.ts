import { onEveryEngine } from "db/testing";
import { minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BadSettings, configOf } from "./config.server";
import { startDesk, type TestDesk } from "./testing";

// Budgets are kept by the process, so each desk of it has a time of its own.
let ahead = 0;
const ours = ["index", "healthz", "sign-in", "errors"];

onEveryEngine("A desk behind a proxy", (place) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk(place(), ours, { COUNTERSIGN_PROXIES: "127.0.0.1" });
    ahead += minutes(5);
    desk.setAhead(ahead);
  });
  afterAll(() => desk.stop());

  /** How many of 31 sign-ins were refused for coming too often from one source. */
  const refusedOf = async (sourceOf: (n: number) => string) => {
    const all = await Promise.all(
      Array.from({ length: 31 }, (_, n) =>
        desk.ask("POST", "/sign-in", {
          form: { key: "k.sign-in", name: "nobody", password: "x", code: "" },
          headers: { "x-forwarded-for": sourceOf(n) },
        }),
      ),
    );
    return all.filter((answer) => answer.status === 429).length;
  };

  it("budgets each visitor that the proxy names", async () => {
    expect(await refusedOf((n) => `203.0.113.${n}`)).toBe(0);
    expect(await refusedOf(() => "203.0.113.200")).toBe(1);
  });

  it("takes the proxy's own word and not what the visitor had written before it", async () => {
    expect(await refusedOf((n) => `198.51.100.${n}, 203.0.113.201`)).toBe(1);
  });
});

it("names a proxy that is no address or network", () => {
  const problems = (proxies: string) => {
    try {
      configOf({ COUNTERSIGN_MODE: "test", COUNTERSIGN_PROXIES: proxies });
      return [];
    } catch (error) {
      return (error as BadSettings).problems;
    }
  };
  expect(problems("none")).toEqual([]);
  expect(problems("127.0.0.1, 10.0.0.0/8,::1")).toEqual([]);
  for (const wrong of ["everyone", "10.0.0.0/33", "0.0.0.0/0", "10.0.0.0/8/8", "2001:db8::/129"])
    expect(problems(wrong), wrong).toEqual([
      `COUNTERSIGN_PROXIES: ${wrong} is no address or network; say for example 127.0.0.1,10.0.0.0/8.`,
    ]);
});
