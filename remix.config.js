/** @type {import('@remix-run/dev').AppConfig} */
export default {
  server: "./server.ts",
  serverModuleFormat: "esm",
  serverPlatform: "node",
  serverBuildPath: "build/index.js",
  tailwind: true,
  postcss: false,
  ignoredRouteFiles: ["**/*"],
  watchPaths: ["./domain/**/*", "./db/**/*", "./tailwind.config.ts"],
  routes: async (defineRoutes) => (await import("./app/routes.mjs")).routes(defineRoutes),
};
