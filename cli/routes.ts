import { readFileSync, writeFileSync } from "node:fs";
import { defineCommand } from "citty";
import { type Audience, access, methods, type Side } from "~/access";
import { table } from "~/routes.mjs";
import { exit, guarded } from "./house";

interface Listed {
  path: string;
  id: string;
  method: (typeof methods)[number];
  roles: Audience;
  side: Side;
  demo: boolean;
}
const file = "docs/routes.md";

/** Lists every route with its method and who may ask it; `--write` puts it in docs/routes.md, `--check` says whether that is right. */
export const routes = defineCommand({
  meta: { name: "routes", description: "List the routes: method, path, side, role." },
  args: {
    json: { type: "boolean", default: false, description: "as JSON" },
    write: { type: "boolean", default: false, description: `write ${file}` },
    check: { type: "boolean", default: false, description: `exit 1 when ${file} is not as it would be written` },
  },
  async run({ args }) {
    process.exitCode = await guarded(async () => {
      const page = pageOf(listed());
      if (args.write) writeFileSync(file, page);
      if (args.check && readFileSync(file, "utf8") !== page) return exit.failed;
      if (!args.write && !args.check) console.log(args.json ? JSON.stringify(listed()) : page);
      return exit.ok;
    });
  },
});

const whoOf = ({ id, roles }: Listed): string =>
  access[id]?.token ? "the identity provider, by its token" : typeof roles === "string" ? roles : roles.join(", ");

/** Every method of every route, in the order of the route table. */
function listed(): Listed[] {
  return table.flatMap(([path, folder]: [string, string]) => {
    const id = `routes/${folder}/route`;
    const row = access[id];
    return methods.flatMap((method) => {
      const roles = row?.[method];
      const at = path.startsWith("/") ? path : `/${path}`;
      return row && roles ? [{ path: at, id, method, roles, side: row.side, demo: row.demo ?? false }] : [];
    });
  });
}

function pageOf(all: Listed[]): string {
  const rows = all.map(
    (r) => `| ${r.method} | \`${r.path}\` | ${r.side} | ${whoOf(r)}${r.demo ? " (demo only)" : ""} |`,
  );
  return [
    "# Routes",
    "",
    "Made by `npm run -s countersign -- routes --write` from the route table and `app/access.ts`. What is not here is closed.",
    "A process that serves one side (`COUNTERSIGN_SERVE`) answers its own routes and those of both.",
    "",
    "| method | path | side | who |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
