import * as people from "./directory-people.mjs";
import { serialOf } from "./directory-random.mjs";

/**
 * The rows of the n-th account of `count`, each with the reason why it must be refused or null: `put(table, cells, reason)`
 * is called in an order in which the earlier of two rows in conflict is the good one.
 */
export async function writeAccount(put, random, { n, count, clean }) {
  const given = random.pick(people.givenNames);
  const family = random.pick(people.familyNames);
  const faulty = () => !clean && random.one(30);
  const who = {
    n,
    count,
    clean,
    id: idOf(n),
    born: random.below(3500),
    username: `${plain(given)}.${plain(family)}${n}`,
    name: `${given} ${family}`,
  };
  await account(put, random, who, faulty);
  await contacts(put, random, who, faulty);
  await devices(put, random, who, faulty);
  await answers(put, random, who, faulty);
}

const idOf = (n) => `A${String(n).padStart(7, "0")}`;
const plain = (name) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "") || "user";

async function account(put, random, who, faulty) {
  const row = (id, username, name, created) => [
    id,
    username,
    name,
    random.pick(people.regions),
    created,
    random.one(40) ? "frozen" : "active",
    random.pick(["none", "none", "totp", "sms"]),
    random.pick(people.locales),
  ];
  await put(
    "accounts",
    row(who.id, who.username, random.one(25) ? random.pick(people.oddNames) : who.name, random.time(who.born)),
  );
  if (faulty())
    await put(
      "accounts",
      row(who.id, `${who.username}.again`, "Second Row", random.time(who.born)),
      "duplicate account_id",
    );
  if (!faulty()) return;
  const lost = `X${who.id}`;
  await put(
    "accounts",
    row(lost, `${who.username}.lost`, "No Time", random.pick(people.badTimes)),
    "created_at is not a time",
  );
  await put("contacts", [lost, "email", `${who.username}.lost@example.com`, random.time(who.born)], "unknown account");
}

async function contacts(put, random, who, faulty) {
  if (!who.clean && random.one(50)) return;
  // Now and then a contact was verified before the account was made: accepted as it is.
  const since = () => random.time(who.born + random.below(60) - 3);
  if (faulty()) await put("contacts", [who.id, "email", random.pick(people.badAddresses), since()], "not an address");
  else await put("contacts", [who.id, "email", `${who.username}@${random.pick(people.domains)}`, since()]);
  if (random.one(5)) return;
  const shared = random.one(50) ? who.n - 1 : who.n;
  if (faulty()) await put("contacts", [who.id, "phone", random.pick(people.badPhones), since()], "not a phone number");
  else await put("contacts", [who.id, "phone", `+1415555${String(shared % 10_000).padStart(4, "0")}`, since()]);
}

async function devices(put, random, who, faulty) {
  const amount = 1 + random.below(3);
  for (let d = 0; d < amount; d += 1) {
    if (faulty())
      await put(
        "devices",
        [who.id, random.pick(people.badSerials), "unknown", random.time(who.born), ""],
        "not a serial",
      );
    else await device(put, random, { ...who, d }, faulty);
  }
  if (faulty())
    await put(
      "devices",
      [`U${who.n}`, serialOf(who.n * 4 + 3), "unknown", random.time(who.born), ""],
      "unknown account",
    );
}

async function device(put, random, who, faulty) {
  const [model, channels] = random.pick(people.models);
  const short = serialOf(who.n * 4 + who.d);
  const label = random.one(3) ? short : random.label(model, channels, short);
  const parent = who.d > 0 && random.one(3) ? serialOf(who.n * 4) : "";
  await put("devices", [who.id, who.clean ? label : asTyped(random, label), model, random.time(who.born), parent]);
  // The same device again, in whatever form, is no conflict.
  if (!who.clean && random.one(40))
    await put("devices", [who.id, `Serial No. ${short.toLowerCase()}`, model, random.time(who.born), ""]);
  if (who.n > 1 && faulty())
    await put("devices", [idOf(who.n - 1), short, model, random.time(who.born), ""], "serial bound to another account");
}

const asTyped = (random, label) =>
  random.pick([label, label, label.toLowerCase(), `S/N: ${label}`, ` ${label.slice(0, 4)} ${label.slice(4)} `]);

async function answers(put, random, who, faulty) {
  const asked = people.questions.filter(() => !random.one(3)).slice(0, 3);
  for (const [id, question, given] of asked.length < 3 && who.clean ? people.questions.slice(0, 3) : asked) {
    const bad = faulty() ? random.pick([...people.badAnswers, question]) : null;
    const reason = bad === question ? "answer equals question" : "answer empty or too short once normalised";
    await put("answers", [who.id, id, question, bad ?? random.pick(given)], bad === null ? null : reason);
  }
  if (faulty()) await put("answers", [`U${who.n}`, "pet", people.questions[3][1], "Biscuit"], "unknown account");
}
