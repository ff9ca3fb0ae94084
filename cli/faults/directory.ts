import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoHolder } from "../demo/holder";

const since = "2019-05-06T07:08:09Z";
const questions = ["pet", "first-school", "first-street"] as const;

/** Writes a directory of `most` accounts with two contacts, three devices and three answers each, and tells what their holders know. */
export function writeDirectory(folder: string, most: number): DemoHolder[] {
  const holders = Array.from({ length: most }, (_, n) => holderOf(n));
  const file = (name: string, header: string, rows: string[]) =>
    writeFileSync(join(folder, `${name}.csv`), `${[header, ...rows].join("\n")}\n`);
  mkdirSync(folder, { recursive: true });
  file(
    "accounts",
    "account_id,username,display_name,region,created_at,status,second_factor,locale",
    holders.map(accountRow),
  );
  file("contacts", "account_id,kind,value,verified_at", holders.flatMap(contactRows));
  file("devices", "account_id,serial,model,bound_at,parent_serial", holders.flatMap(deviceRows));
  file("answers", "account_id,question_id,question,answer", holders.flatMap(answerRows));
  return holders;
}

function holderOf(n: number): DemoHolder {
  const short = (device: number) => String(200_000_000 + n * 10 + device);
  return {
    username: `holder-${n}`,
    displayName: `Holder Number ${n}`,
    email: `holder-${n}@mail.example.net`,
    phone: `+1415555${String(1000 + n).padStart(4, "0")}`,
    serials: [1, 2, 3].map((device) => `DS-2CD2T47G2-L(C)20180916BBWR${short(device)}`),
    answers: questions.map((id) => ({ id, question: `What about ${id}?`, answer: `Quartz ${id} ${n * 7 + 13}` })),
  };
}

const accountRow = (h: DemoHolder, n: number): string =>
  `F${n},${h.username},${h.displayName},eu,${since},active,none,en`;
const contactRows = (h: DemoHolder, n: number): string[] => [
  `F${n},email,${h.email},${since}`,
  `F${n},phone,${h.phone},${since}`,
];
const deviceRows = (h: DemoHolder, n: number): string[] =>
  h.serials.map((serial) => `F${n},${serial},DS-2CD2T47G2-L(C),${since},`);
const answerRows = (h: DemoHolder, n: number): string[] =>
  h.answers.map((a) => `F${n},${a.id},${a.question},${a.answer}`);
