import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Blob, Buffer, Face, Feature, Font, shape, Variation } from "harfbuzzjs";
import subsetFont from "subset-font";
import { root } from "./run.mjs";

/** The letters a fallback stands in for; whatever else a device draws by a face of its own. */
const LATIN = "U+0000-04FF,U+1E00-1FFF,U+2000-20CF";
const ARABIC = "U+0600-06FF,U+200C-200E";

/** Our faces as the packages have them, and the features the style asks of each. */
const OWN = {
  Inter: {
    file: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    features: ["cv05", "ss03"],
    letters: LATIN,
  },
  Arabic: {
    file: "@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2",
    features: [],
    letters: ARABIC,
  },
};

/** What devices have, by its full name and its PostScript name, which of ours it stands in for, and a face of the same widths from a package: Arimo is drawn to Arial's. */
const LOCAL = [
  [
    "Inter",
    "Roboto",
    { 400: ["Roboto", "Roboto-Regular"], 600: ["Roboto Bold", "Roboto-Bold"] },
    fontsource("roboto", "latin"),
  ],
  [
    "Inter",
    "Arial",
    {
      400: ["Arial", "ArialMT", "Liberation Sans", "LiberationSans"],
      600: ["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "LiberationSans-Bold"],
    },
    fontsource("arimo", "latin"),
  ],
  ["Inter", "DejaVu", { 400: ["DejaVu Sans", "DejaVuSans"], 600: ["DejaVu Sans Bold", "DejaVuSans-Bold"] }, dejavu()],
  [
    "Arabic",
    "Naskh",
    { 400: ["Noto Naskh Arabic", "NotoNaskhArabic-Regular"], 600: ["Noto Naskh Arabic Bold", "NotoNaskhArabic-Bold"] },
    fontsource("noto-naskh-arabic", "arabic"),
  ],
  ["Arabic", "DejaVu", { 400: ["DejaVu Sans", "DejaVuSans"], 600: ["DejaVu Sans Bold", "DejaVuSans-Bold"] }, dejavu()],
];

function fontsource(name, subset) {
  const file = (weight) => `@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`;
  return { 400: file(400), 600: file(700) };
}

function dejavu() {
  return { 400: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf", 600: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf" };
}

/** Writes app/fallbacks.css: faces that a device has, stretched to the width that ours need for the words of the screens. */
async function write(packages) {
  const words = wordsOf(join(root, "app", "ui", "words"));
  const rules = [];
  for (const [own, name, local, files] of LOCAL)
    for (const weight of [400, 600]) {
      const ours = await fontOf(join(root, "node_modules", OWN[own].file), weight);
      const theirs = await fontOf(join(packages, files[weight]), null);
      const size = widthOf(ours, words[own], OWN[own].features) / widthOf(theirs, words[own], []);
      rules.push(
        ruleOf({ name: `${own} by ${name}`, weight, local: local[weight], letters: OWN[own].letters }, ours, size),
      );
    }
  writeFileSync(join(root, "app", "fallbacks.css"), `${HEAD}\n${rules.join("\n")}\n`);
}

/** All that stands in quotes in the files of words, by the script it is written in. */
function wordsOf(folder) {
  const files = readdirSync(folder).filter((name) => !name.endsWith(".test.ts"));
  const quoted = files.flatMap((name) => readFileSync(join(folder, name), "utf8").match(/"[^"\n]*\s[^"\n]*"/g) ?? []);
  const isArabic = (text) => /[\u0600-\u06ff]/.test(text);
  return {
    Inter: quoted.filter((text) => !isArabic(text)).map((text) => text.slice(1, -1)),
    // Latin letters between the Arabic ones are not this face's to draw.
    Arabic: quoted.filter(isArabic).flatMap((text) => text.match(/[\u0600-\u06ff]+/g) ?? []),
  };
}

async function fontOf(path, weight) {
  const file = await subsetFont(readFileSync(path), undefined, { targetFormat: "truetype", keepAllGlyphs: true });
  const font = new Font(new Face(new Blob(file)));
  if (weight !== null) font.setVariations([new Variation("wght", weight)]);
  return font;
}

/** The width of all the texts together, in ems. */
function widthOf(font, texts, features) {
  const asked = features.map((feature) => Feature.fromString(feature));
  let units = 0;
  for (const text of texts) {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(font, buffer, asked);
    for (const { xAdvance } of buffer.getGlyphInfosAndPositions()) units += xAdvance;
  }
  return units / font.face.upem;
}

const percent = (share) => `${(share * 100).toFixed(2)}%`;

/** Heights are given in ems of what is drawn, so that stretching is taken out of them again. */
function ruleOf({ name, weight, local, letters }, ours, size) {
  const { ascender, descender, lineGap } = ours.hExtents();
  const height = (units) => percent(Math.abs(units) / ours.face.upem / size);
  return [
    "@font-face {",
    `  font-family: "${name}";`,
    `  font-weight: ${weight === 400 ? "400 500" : weight};`,
    `  src: ${local.map((face) => `local("${face}")`).join(", ")};`,
    `  size-adjust: ${percent(size)};`,
    `  ascent-override: ${height(ascender)};`,
    `  descent-override: ${height(descender)};`,
    `  line-gap-override: ${height(lineGap)};`,
    `  unicode-range: ${letters};`,
    "}",
  ].join("\n");
}

const HEAD = `/*
 * What stands on a page until our own faces have come: faces that devices have, stretched so that the words of the screens take the same room
 * and nothing moves. Written by scripts/fallback-faces.mjs, which measures those words in the faces themselves.
 */`;

const [packages] = process.argv.slice(2);
if (packages === undefined)
  console.error(
    "Usage: node scripts/fallback-faces.mjs FOLDER\nThe node_modules that hold @fontsource/{arimo,roboto,noto-naskh-arabic} and dejavu-fonts-ttf.",
  );
else await write(packages);
