import { describe, expect, it } from "vitest";
import { seenFrom } from "./seen-from.server";

describe("With what and from where a browser comes", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
      "Edge",
      "Windows",
    ],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36", "Chrome", "Windows"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 CriOS/126.0 Safari/604.1",
      "Chrome",
      "iPhone",
    ],
    ["Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1 Version/17.5 Safari/604.1", "Safari", "iPad"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1 Version/17.5 Safari/605.1", "Safari", "Mac"],
    [
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Safari/537.36",
      "Samsung Internet",
      "Android",
    ],
    ["Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0", "Firefox", "Android"],
    [
      "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 OPR/112.0",
      "Opera",
      "ChromeOS",
    ],
    ["curl/8.5.0", null, null],
    ["", null, null],
    [null, null, null],
    [`${"x".repeat(600)} Firefox/127.0 Linux`, null, null],
  ])("is told from %s", (agent, browser, system) => {
    expect(seenFrom(agent, "unknown")).toEqual({ browser, system, place: null });
  });

  it.each([
    ["203.0.113.77", "203.0"],
    ["2001:DB8:1:2::/64", "2001:db8"],
    ["unknown", null],
    ["::1", null],
  ])("is placed no nearer than a town by %s", (source, place) => {
    expect(seenFrom(null, source).place).toBe(place);
  });
});
