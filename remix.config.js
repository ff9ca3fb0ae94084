/** @type {import('@remix-run/dev').AppConfig} */
export default {
  server: "./server.ts",
  serverModuleFormat: "esm",
  serverPlatform: "node",
  serverBuildPath: "build/index.js",
  // Each is many small files, which took a fifth of the time that a process needs to start; the command line's build reads this, too.
  serverDependenciesToBundle: [/^kysely$/, /^zod$/, /^libphonenumber-js/],
  tailwind: true,
  postcss: false,
  ignoredRouteFiles: ["**/*"],
  watchPaths: ["./domain/**/*", "./db/**/*", "./tailwind.config.ts"],
  routes: async (defineRoutes) => (await import("./app/routes.mjs")).routes(defineRoutes),
};
