import canonicalize from "canonicalize";
import { describe, expect, it } from "vitest";
import known from "../vectors/jcs.json";

describe("Canonical JSON (RFC 8785)", () => {
  it.each(known.vectors)("of the published example $name is as published, byte for byte", ({ input, outputHex }) => {
    expect(Buffer.from(canonicalize(JSON.parse(input)) ?? "", "utf8").toString("hex")).toBe(outputHex);
  });
});
