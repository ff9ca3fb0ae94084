import { readFileSync } from "node:fs";

/** A holder of the sample directory with what only they know. */
export interface Holder {
  username: string;
  email: string;
  phone: string;
  /** Whole labels of their devices. */
  serials: string[];
  answers: { question: string; answer: string }[];
}

export const sampleFolder = process.env.E2E_SAMPLE ?? "db/sample";
const all = JSON.parse(readFileSync(`${sampleFolder}/holders.json`, "utf8")) as Holder[];
const uses = { "lost-everything": 0, "phone-left": 1, "password-only": 2, stolen: 3, "stolen-late": 4, "guessed-serials": 0, "guessed-answers": 1, "guessed-at-once": 2, photographed: 0, "photographed-too": 1 };
export const holderWho = (use: keyof typeof uses): Holder => all[uses[use]] as Holder;
