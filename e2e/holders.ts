import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A holder of the sample directory with what only they know. */
export interface Holder {
  username: string;
  email: string;
  phone: string;
  /** The whole labels of their devices. */
  serials: string[];
  answers: { question: string; answer: string }[];
}

export const sampleFolder = fileURLToPath(new URL("../db/sample/", import.meta.url));
const holders = JSON.parse(readFileSync(`${sampleFolder}holders.json`, "utf8")) as Holder[];

/** What happens to whom; everyone here has e-mail, phone, devices and three answers, and no second factor but where it says so. */
const roles = {
  "lost everything": "hal",
  "kept the phone": "nina106",
  "forgot a password": "paula108",
  "is robbed": "oskar107",
  "is robbed and late to see it": "quentin109",
  "is guessed at by serials": "leila104",
  "is guessed at by answers": "user103",
  "is guessed at all at once": "user102",
  "runs out of tries": "user105",
  "has a photo": "user110",
  "has a photo, too": "leila104",
  "is robbed and proves it": "hal",
  "objects for nothing": "nina106",
  "has a receipt": "user110",
  waits: "user103",
  "calls about a password": "user102",
  "calls about an e-mail": "nina106",
  "calls about a phone": "leila104",
  "wants to be forgotten": "paula108",
  "is in court": "oskar107",
  "kept saved codes": "hal",
  "is asked to vouch": "nina106",
  "is asked for three times": "user105",
  "has one number that is known": "jonas114",
  "turns on a second factor": "hal",
  "has a second factor by text": "kim111",
  "is looked up": "lars112",
  "is looked up, too": "layla113",
} as const;

/** The holder to whom this happens. */
export function holderWho(does: keyof typeof roles): Holder {
  const found = holders.find((holder) => holder.username === roles[does]);
  if (!found) throw new Error(`The sample directory has no holder ${roles[does]}.`);
  return found;
}
