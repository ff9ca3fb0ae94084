import { defineCommand } from "citty";
import { run } from "./run";

/** `countersign COMMAND`: each command is a file of its own, loaded when it is asked for. */
const main = defineCommand({
  meta: { name: "countersign", description: "The support-desk console for identity recovery, at the command line." },
  subCommands: {
    serve: () => import("./serve").then((m) => m.serve),
    worker: () => import("./worker").then((m) => m.worker),
    migrate: () => import("./migrate").then((m) => m.migrateCommand),
    keys: () => import("./keys").then((m) => m.keys),
    import: () => import("./import").then((m) => m.importCommand),
    export: () => import("./export").then((m) => m.exportCommand),
    verify: () => import("./verify").then((m) => m.verify),
    head: () => import("./verify").then((m) => m.head),
    witness: () => import("./witness").then((m) => m.witness),
    resume: () => import("./resume").then((m) => m.resume),
    staff: () => import("./staff").then((m) => m.staff),
    policy: () => import("./policy").then((m) => m.policy),
    erase: () => import("./erase").then((m) => m.erase),
    "legal-hold": () => import("./erase").then((m) => m.legalHold),
    clock: () => import("./policy").then((m) => m.clock),
    doctor: () => import("./doctor").then((m) => m.doctor),
    routes: () => import("./routes").then((m) => m.routes),
    session: () => import("./session").then((m) => m.session),
    "demo-seed": () => import("./demo-seed").then((m) => m.demoSeed),
  },
});

// What a command writes is its owner's: database, keys, uploads.
process.umask(0o077);
process.exitCode = await run(main, process.argv.slice(2));
