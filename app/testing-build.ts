import type { ServerBuild } from "@remix-run/node";
import * as entry from "./entry.server";
import * as root from "./root";
import { routes } from "./routes.mjs";

/** The routes of these folders, or of every folder there is, as the compiler would build them. */
export async function testBuild(only?: readonly string[]): Promise<ServerBuild> {
  const manifest: ServerBuild["routes"] = { root: { id: "root", path: "", module: root as never } };
  for (const { path, file, index } of listed(only)) {
    const id = file.replace(/\.tsx$/, "");
    const module = await import(`./${id.split("/")[0]}/${id.split("/")[1]}/route.tsx`);
    manifest[id] = { id, parentId: "root", path: index ? undefined : path, index, module };
  }
  return {
    mode: "production",
    entry: { module: entry as never },
    routes: manifest,
    publicPath: "/build/",
    assetsBuildDirectory: "public/build",
    isSpaMode: false,
    assets: {
      version: "test",
      url: "/build/manifest.js",
      entry: { module: "/build/entry.client.js", imports: [] },
      routes: assetsOf(manifest),
    },
    future: {
      v3_fetcherPersist: false,
      v3_relativeSplatPath: false,
      v3_throwAbortReason: false,
      v3_singleFetch: false,
      v3_lazyRouteDiscovery: false,
    },
  };
}

interface Listed {
  path: string;
  file: string;
  index?: boolean;
}

function listed(only?: readonly string[]): Listed[] {
  const found: Listed[] = [];
  routes((define) => define((path, file, options) => found.push({ path, file, index: options?.index })));
  return only ? found.filter(({ file }) => only.includes(file.split("/")[1] ?? "")) : found;
}

const assetsOf = (manifest: ServerBuild["routes"]): ServerBuild["assets"]["routes"] =>
  Object.fromEntries(
    Object.keys(manifest).map((id) => [
      id,
      {
        id,
        parentId: manifest[id]?.parentId,
        path: manifest[id]?.path,
        index: manifest[id]?.index,
        module: `/build/${id}.js`,
        hasAction: false,
        hasLoader: false,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: id === "root",
        imports: [],
      },
    ]),
  );
