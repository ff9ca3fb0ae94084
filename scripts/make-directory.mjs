#!/usr/bin/env node
// Writes a made-up directory: accounts.csv, contacts.csv, devices.csv, answers.csv, and expected.json, which lists each
// row that an import must refuse with its file, its line (the header is 1) and the reason.
//   make-directory.mjs OUT [--accounts N] [--seed S] [--clean]
// The same N and S make the same bytes. Without --clean a few rows in a hundred are faulty in the ways exports are.
// Nothing is held in memory but the rows of one account.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openCsv, openExpected } from "./directory-files.mjs";
import { dice } from "./directory-random.mjs";
import { writeAccount } from "./directory-rows.mjs";

const columns = {
  accounts: ["account_id", "username", "display_name", "region", "created_at", "status", "second_factor", "locale"],
  contacts: ["account_id", "kind", "value", "verified_at"],
  devices: ["account_id", "serial", "model", "bound_at", "parent_serial"],
  answers: ["account_id", "question_id", "question", "answer"],
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    accounts: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    clean: { type: "boolean", default: false },
  },
});
const [out] = positionals;
const [count, seed, clean] = [Number(values.accounts), Number(values.seed), values.clean];
if (!out || !Number.isSafeInteger(count) || count < 0 || !Number.isSafeInteger(seed)) {
  console.error("usage: make-directory.mjs OUT [--accounts N] [--seed S] [--clean]");
  process.exit(2);
}

mkdirSync(out, { recursive: true });
const expected = openExpected(join(out, "expected.json"), seed);
const forms = clean ? {} : { accounts: { bom: true }, devices: { crlf: true } };
const files = Object.fromEntries(
  Object.entries(columns).map(([name, header]) => [name, openCsv(join(out, `${name}.csv`), header, forms[name] ?? {})]),
);
const random = dice(seed);
const put = async (name, cells, reason = null) => {
  const line = await files[name].row(cells);
  if (reason) await expected.refuse(name, line, reason);
};
for (let n = 1; n <= count; n += 1) await writeAccount(put, random, { n, count, clean });
for (const file of Object.values(files)) await file.end();
console.log(
  JSON.stringify(
    await expected.end(Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.rows()]))),
  ),
);
