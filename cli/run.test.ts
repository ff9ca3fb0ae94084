import { defineCommand } from "citty";
import { afterEach, describe, expect, it, vi } from "vitest";
import { run } from "./run";

const add = defineCommand({
  meta: { name: "add", description: "Add." },
  args: { name: { type: "positional", required: true } },
  run: () => undefined,
});
const main = defineCommand({
  meta: { name: "countersign", description: "A desk." },
  subCommands: { staff: defineCommand({ meta: { name: "staff" }, subCommands: { add } }) },
});

describe("The command line", () => {
  afterEach(() => vi.restoreAllMocks());
  async function ran(...typed: string[]) {
    const said: unknown[] = [];
    vi.spyOn(console, "error").mockImplementation((line) => said.push(line));
    return { code: await run(main, typed), said };
  }

  it("says what is wrong with what was typed, and where to get help", async () => {
    expect(await ran("stuff")).toEqual({
      code: 1,
      said: ["Unknown command stuff.", 'Say "countersign --help" for what there is.'],
    });
    expect(await ran("staff", "add")).toEqual({
      code: 1,
      said: ["Missing required positional argument: NAME.", 'Say "countersign staff --help" for what there is.'],
    });
    expect(await ran()).toMatchObject({ code: 1, said: ["No command specified.", expect.any(String)] });
    expect(await ran("staff", "add", "ada")).toEqual({ code: 0, said: [] });
  });
});
