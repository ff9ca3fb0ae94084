import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { root } from "./run.mjs";

/** The lightest and the heaviest weight that pages use. */
const WEIGHTS = { min: 400, max: 600 };

/** The faces that pages ask for first, each cut from the whole face of a package to what its rule in the style names. */
const FACES = [
  {
    style: "app/inter.css",
    face: "inter-latin.woff2",
    whole: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  },
  {
    style: "app/arabic.css",
    face: "noto-sans-arabic.woff2",
    whole: "@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2",
  },
];

/** Every cut face: the path it has in the project and its bytes. */
export function cutFaces() {
  return Promise.all(
    FACES.map(async ({ style, face, whole }) => {
      const letters = lettersIn(rangeOf(face, readFileSync(join(root, style), "utf8")));
      const file = readFileSync(join(root, "node_modules", whole));
      const bytes = await subsetFont(file, letters, { targetFormat: "woff2", variationAxes: { wght: WEIGHTS } });
      return { path: `app/faces/${face}`, bytes };
    }),
  );
}

/** The `unicode-range` of the one rule that names the face. */
function rangeOf(face, style) {
  const rule = style.split("}").find((text) => text.includes(`/${face}"`));
  const range = /unicode-range:\s*([^;]+);/.exec(rule ?? "")?.[1];
  if (range === undefined) throw new Error(`No rule of the style gives ${face} a unicode-range.`);
  return range;
}

const lettersIn = (range) =>
  range
    .split(",")
    .flatMap((part) => {
      const [first, last = first] = part.replace("U+", "").split("-");
      const from = Number.parseInt(first, 16);
      return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, n) => String.fromCodePoint(from + n));
    })
    .join("");

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { path, bytes } of await cutFaces()) {
    writeFileSync(join(root, path), bytes);
    console.log(`${path}: ${bytes.length} bytes`);
  }
