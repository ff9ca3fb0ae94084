import { expect, it } from "vitest";
import { sourceOf } from "./source.server";

it("counts an IPv4 address as itself, however it is written", () => {
  expect(["203.0.113.7", "::ffff:203.0.113.7", "::FFFF:203.0.113.7"].map(sourceOf)).toEqual(
    Array.from({ length: 3 }, () => "203.0.113.7"),
  );
});

it("counts all addresses of one IPv6 /64 as one source", () => {
  const same = [
    "2001:db8:0:7::1",
    "2001:0db8:0000:0007:ffff:ffff:ffff:ffff",
    "2001:DB8:0:7:8::",
    "2001:db8:0:7::1%eth0",
  ];
  expect(new Set(same.map(sourceOf))).toEqual(new Set(["2001:db8:0:7::/64"]));
  expect(sourceOf("2001:db8:0:8::1")).not.toBe(sourceOf("2001:db8:0:7::1"));
});

it("takes short forms and unknown addresses as they are", () => {
  expect(sourceOf("::1")).toBe("0:0:0:0::/64");
  expect(sourceOf("fe80::1")).toBe("fe80:0:0:0::/64");
  expect([sourceOf(undefined), sourceOf("somewhere")]).toEqual(["unknown", "somewhere"]);
});
