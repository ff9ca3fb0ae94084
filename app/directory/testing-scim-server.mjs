// A SCIM 2.0 server for tests, in a process of its own: node testing-scim-server.mjs PORT FILE TOKEN
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";

const [port = "", file = "", token = ""] = process.argv.slice(2);

/** What outlives a kill -9: every write is whole or not there. */
const state = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { users: [], requests: [] };
function save() {
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

SCIMMY.Resources.declare(SCIMMY.Resources.User)
  .egress((resource) => {
    const shown = state.users.map(({ password: _, past: __, ...user }) => user);
    if (!resource.id) return resource.filter ? resource.filter.match(shown) : shown;
    const user = shown.find(({ id }) => id === resource.id);
    if (!user) throw new SCIMMY.Types.Error(404, null, "No such user");
    return user;
  })
  .ingress((resource, data) => {
    const user = state.users.find(({ id }) => id === resource.id);
    if (!user) throw new SCIMMY.Types.Error(404, null, "No such user");
    const { emails, phoneNumbers } = JSON.parse(JSON.stringify(data));
    // Never returned, it is not among what can be listed.
    const { password } = data;
    if (password) setPassword(user, password);
    Object.assign(user, { emails: emails ?? [], phoneNumbers: phoneNumbers ?? [] });
    user.meta = { ...user.meta, version: `W/"${Number(/\d+/.exec(user.meta.version)?.[0]) + 1}"` };
    const { diesNext } = state;
    delete state.diesNext;
    save();
    // A machine that fails between doing and saying so.
    if (diesNext) process.kill(process.pid, "SIGKILL");
    return user;
  })
  .degress(() => {});

function setPassword(user, password) {
  if (password.length < 15)
    throw new SCIMMY.Types.Error(400, "invalidValue", "Password is too short: at least 15 characters");
  if (user.past.includes(password)) throw new SCIMMY.Types.Error(400, "invalidValue", "Password was used before");
  user.past.push(password);
  user.password = password;
  state.requests.push("password set");
}

const app = express();
app.use(express.json({ type: ["application/json", "application/scim+json"] }));
app.get("/healthz", (_request, response) => response.send("ok"));
app.post("/bind", ({ body }, response) => {
  const user = state.users.find(({ userName }) => userName === body.username);
  response.sendStatus(user?.password === body.password ? 204 : 401);
});
app.get("/state", (_request, response) => response.json(state));
app.put("/state", ({ body }, response) => {
  Object.assign(state, body);
  save();
  response.sendStatus(204);
});
app.use("/scim", (_request, response, next) => {
  // Tests tell it what to answer next, as a server under load or one that was set up otherwise would.
  const [answer] = state.answers?.splice(0, 1) ?? [];
  if (!answer) return next();
  response
    .status(answer.status)
    .set(answer.headers ?? {})
    .send(answer.body ?? "");
});
app.use(
  "/scim",
  (request, response, next) => {
    const version = state.users.find(({ id }) => request.path === `/Users/${id}`)?.meta.version;
    const wanted = request.header("If-Match");
    if (request.method === "PATCH" && wanted && wanted !== version) return response.sendStatus(412);
    next();
  },
  new SCIMMYRouters({
    type: "bearer",
    handler: (request) => {
      if (request.header("Authorization") !== `Bearer ${token}`) throw new Error("Not authorised");
      return "countersign";
    },
  }),
);
app.listen(Number(port), "127.0.0.1");
