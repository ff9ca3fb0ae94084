import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** The rooms of the house: what the files of each may import. A line here is a decision; the order is the order of asking. */
interface Room {
  name: string;
  holds: RegExp;
  may: RegExp[];
}
const ui = /^(react|clsx|tailwind-merge|lucide-react)(\/|$)/;
const rooms: Room[] = [
  { name: "domain/trail", holds: /^domain\/trail\//, may: [/^domain\//, /^node:crypto$/, /^canonicalize$/] },
  { name: "domain", holds: /^domain\//, may: [/^domain\//] },
  {
    name: "db",
    holds: /^db\//,
    may: [/^db\//, /^domain\//, /^kysely$/, /^better-sqlite3$/, /^pg$/, /^lucia$/, /^zod$/, /^canonicalize$/, /^node:/],
  },
  {
    name: "app/desk",
    holds: /^app\/desk\//,
    may: [
      /^app\/desk\//,
      /^domain\//,
      /^app\/(door|import-door|checkpoint-door|watch-door|export-door|erasure-door|read|read-disputes|read-erasures|read-glass|read-imports|read-lookups|read-own|read-policies|read-provided|read-second-reviews|read-things|read-trail|facts|secrets|staff|staff-secrets|holder-factor|passwords|password-facts|photo|config)\.server$/,
      /^app\/(delivery|directory|export)\//,
      /^(uuidv7|uqr|@node-rs\/argon2)$/,
      /^node:/,
    ],
  },
  {
    name: "app/routes",
    holds: /^app\/(routes|root|entry\.server|access)/,
    may: [
      /^app\/(routes|desk|ui)\//,
      /^app\/(read|read-deliveries|read-directory|read-disputes|read-erasures|read-exports|read-factor|read-flags|read-glass|read-imports|read-own|read-policies|read-proofs|read-provided|read-reports|read-safety|read-second-reviews|read-things|read-trail|read-watch|report-file|facts|staff|staff-secrets|holder|entrance|second-cookies|budget|health|upload|send-file|reply|seen-from|visitor|gate|cookies|page|demo|config)\.server$/,
      /^app\/(access|root|page-context|refusal-status|[a-z]+\.(css|svg)|faces\/[a-z-]+\.woff2)$/,
      /^domain\//,
      /^zod$/,
      /^@remix-run\//,
      ui,
      /^react-dom\/server$/,
      /^node:/,
    ],
  },
  { name: "app/ui", holds: /^app\/ui\//, may: [/^app\/ui\//, /^domain\//, ui, /^class-variance-authority$/] },
  { name: "app/bundle", holds: /^app\/bundle\//, may: [/^app\/bundle\//, /^domain\/trail\//] },
  {
    name: "app/verify",
    holds: /^app\/verify\//,
    may: [/^app\/(verify|bundle)\//, /^domain\/trail\//, /^@noble\//, /^buffer$/],
  },
  { name: "app/entry.client", holds: /^app\/(entry\.(client|portal)|client\/)/, may: [/^app\/client\//] },
  {
    name: "app/delivery",
    holds: /^app\/delivery\//,
    // How each language counts, which way it is written and how the desk is reached are the same on a page and in a mail.
    may: [
      /^app\/delivery\//,
      /^app\/config\.server$/,
      /^app\/ui\/(languages|words\/(amounts|arabic|call-us))$/,
      /^domain\//,
      /^nodemailer$/,
      /^node:/,
    ],
  },
  {
    // The formats that leave the building: bundles, and renderings for other systems. What is written is decided before.
    name: "app/export",
    holds: /^app\/export\//,
    may: [/^app\/export\//, /^app\/(door|checkpoint-door|read-trail)\.server$/, /^domain\//, /^yazl$/, /^node:/],
  },
  {
    name: "app/directory",
    holds: /^app\/directory\//,
    may: [
      /^app\/directory\//,
      /^app\/config\.server$/,
      /^domain\//,
      /^csv-parse/,
      /^libphonenumber-js/,
      /^ldapts$/,
      /^node:/,
    ],
  },
  {
    name: "cli",
    holds: /^(cli\/|server$)/,
    may: [
      /^cli\//,
      /^app\/(bundle|desk|delivery|directory)\//,
      /^app\/[a-z-]+\.server$/,
      /^db\/(migrate|engine|verify|head|sample)/,
      /^domain\//,
      /^(?!kysely|pg|better-sqlite3)[a-z@]/,
    ],
  },
];

describe("The rooms", () => {
  const files = ["domain", "db", "app", "cli"].flatMap(sourcesIn);

  it.each(rooms)("$name imports only what its room may", (room) => {
    const own = [...files, "server.ts"].filter((f) => roomOf(f) === room);
    const strays = own.flatMap((file) =>
      importsOf(file)
        .filter((i) => !room.may.some((m) => m.test(i)))
        .map((i) => `${file} imports ${i}`),
    );
    expect(strays).toEqual([]);
  });

  it("have a place for every source file", () => {
    const homeless = files.filter((f) => !roomOf(f) && !/^app\/[a-z-]+(\.server|\.d)?\.(tsx?|mjs)$/.test(f));
    expect(homeless).toEqual([]);
  });

  it("let no screen of the browser reach a server file", () => {
    const strays = files
      .filter((f) => f.startsWith("app/ui/"))
      .flatMap((f) => importsOf(f).filter((i) => i.includes(".server")));
    expect(strays).toEqual([]);
  });

  it("keep every lucia import in one module and its adapter", () => {
    const users = files.filter((f) => importsOf(f).includes("lucia"));
    expect(users.sort()).toEqual(["app/staff.server.ts", "db/staff-sessions.ts"]);
  });
});

const roomOf = (file: string): Room | undefined => rooms.find((r) => r.holds.test(file.replace(/\.tsx?$/, "")));

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (e) => e.isFile() && /\.tsx?$/.test(e.name) && !/\.test\.tsx?$/.test(e.name) && !e.name.startsWith("testing"),
    )
    .map((e) => normalize(join(e.parentPath, e.name)));
}

/** What a file imports, as paths from the project's root or package names; dynamic and type imports count too. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return importedFiles.map(({ fileName }) => resolved(file, fileName));
}

function resolved(file: string, name: string): string {
  if (name.startsWith("~/")) return `app/${name.slice(2)}`;
  if (name.startsWith(".")) return normalize(join(file, "..", name));
  return name;
}
