import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cutFaces } from "./faces.mjs";

describe("The faces that pages ask for first", () => {
  it("are what is cut from the faces of the packages", async () => {
    const cut = await cutFaces();
    expect(cut.map(({ path }) => path)).toEqual(["app/faces/inter-latin.woff2", "app/faces/noto-sans-arabic.woff2"]);
    for (const { path, bytes } of cut) expect(readFileSync(path).equals(bytes), path).toBe(true);
  });
});
