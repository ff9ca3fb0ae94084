import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import { normaliseAnswer } from "domain/answers";
import { adoptPolicy } from "domain/desk";
import type { Loss, Tier } from "domain/loss";
import type { Shipped } from "domain/policies";
import { lookAlikeKey, parseSerial } from "domain/serial";
import { type Given, isOpen } from "domain/testing-table";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import type { Door, House } from "~/door.server";
import { type CaseRef, caseNow } from "./case.server";
import { checkAnswers, drawQuestions } from "./check-answers.server";
import { checkPossession } from "./check-possession.server";
import { checkSerial } from "./check-serial.server";
import { claimTicket } from "./claim-ticket.server";
import { softHash } from "./compare-answers.server";
import { confirmNewContact, nameNewContact, sendCode } from "./new-contact.server";
import { openTicket } from "./open-ticket.server";
import { submitTicket } from "./submit-ticket.server";
import { ada, deskIn, who } from "./testing-desk";
import { atTheDesk } from "./testing-import";

/** Whole labels of three devices of an account, no two accounts' the same; of the last one only the nine characters are on file. */
const labelsOf = (n: number) => ({
  A: `DS-2CD2432F-IW20150126CCCHL${38_000_000 + n}`,
  B: `DS-2CD2T47G2-L(C)20210722BBWR${272_000_000 + n}`,
  C: `DS-7608NI-E2/8P0820160211AAWRSB${3_400_000 + n}WCVU`,
});
type Device = "A" | "B" | "C";
type Labels = Record<Device, string>;
const shortOf = (label: string): string => parseSerial(label)?.short ?? "";

/** What a hurried caller, a copied text or an odd keyboard makes of a serial. */
const spellings: readonly ((s: string) => string)[] = [
  (s) => s.toLowerCase(),
  (s) => s.replace(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
  (s) => [...s].join("\u200b"),
  (s) => `\ufeff${[...s].join("\u2060")}`,
];
/** As it is read out in groups; the words before it stay whole. */
const grouped = (s: string): string => `${s.slice(0, 4)} ${s.slice(4)}\t`;
const prefixes = ["", "", "S/N: ", "s/n:", "Serial No. "] as const;

type Act =
  | { act: "serial"; device: Device; whole: boolean; prefix: string; inGroups: boolean; how: number[] }
  | { act: "alike"; device: Device }
  | { act: "answers"; right: 0 | 2 | 3 }
  | { act: "code" };

const device = fc.constantFrom<Device>("A", "B", "C");
const aSerial = fc.record({
  act: fc.constant("serial" as const),
  device,
  whole: fc.boolean(),
  prefix: fc.constantFrom(...prefixes),
  inGroups: fc.boolean(),
  how: fc.uniqueArray(fc.nat({ max: spellings.length - 1 }), { maxLength: 3 }),
});
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: aSerial },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("alike" as const), device }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("answers" as const), right: fc.constantFrom<0 | 2 | 3>(0, 2, 3) }),
  },
  { weight: 2, arbitrary: fc.constant({ act: "code" as const }) },
);
const lossOf: Record<Exclude<Tier, "T2">, Loss> = {
  T1: { password: true, secondFactor: false, email: false, phone: false },
  T3: { password: false, secondFactor: false, email: true, phone: false },
  T4: { password: false, secondFactor: false, email: true, phone: true },
};

let accounts = 0;

onEveryEngine("Whatever is typed, however it is spelled and in whatever order", (place) => {
  let house: House | null = null;
  afterAll(() => house?.close());

  it.each(["standard", "strict"] as const)(
    "a ticket can be submitted under %s exactly when the table says so",
    async (policy) => {
      house ??= await deskIn(place());
      const desk = house;
      await adopt(desk, policy);
      const path = fc.asyncProperty(
        fc.constantFrom("T1" as const, "T3" as const, "T4" as const),
        fc.array(anAct, { maxLength: 9 }),
        async (tier, acts) => {
          const { ref, labels } = await ticketOf(desk, lossOf[tier]);
          const given = await typedIn(desk, ref, labels, acts);
          const { refused } = await submitTicket(desk.door, who(ada), ref);
          expect(refused, JSON.stringify({ tier, acts })).toBe(isOpen(policy, tier, given) ? null : "policy-not-met");
        },
      );
      await fc.assert(path, { numRuns: 25, endOnFailure: true });
    },
    120_000,
  );
});

async function adopt({ door }: House, policy: Shipped): Promise<void> {
  await door.ledger.enact({ stream: "desk", actor: atTheDesk.actor, request: "test", decide: adoptPolicy(policy) });
}

const answers = ["Biscuit", "Elm Street", "Winterfold"];

/** A fresh account's ticket in Ada's hands, with its new contact confirmed where it needs one. */
async function ticketOf(house: House, loss: Loss): Promise<{ ref: CaseRef; labels: Labels }> {
  const { door } = house;
  const n = accounts++;
  const [account, labels] = [`spelled-${n}`, labelsOf(n)];
  await putOnDesk(house, account, labels);
  const opened = await openTicket(door, who(ada), account, loss);
  const ref = { account, ticket: opened.ticket ?? "" };
  await claimTicket(door, who(ada), ref);
  if (!loss.email) return { ref, labels };
  await nameNewContact(door, who(ada), ref, { kind: "email", value: `${account}@new.example` });
  const { ticket } = await caseNow(door, ref);
  const code = door.secrets.code(ticket?.newContact?.id ?? "", ref.ticket, 1);
  expect((await confirmNewContact(door, who(ada), ref, code)).refused).toBeNull();
  return { ref, labels };
}

async function putOnDesk({ door, writer }: House, account: string, labels: Labels): Promise<void> {
  const { lookup } = door.secrets;
  const devices = Object.entries(labels).map(([device, label]) => ({
    id: `${account}-${device}`,
    short: lookup("serial", shortOf(label)),
    near: lookup("near", lookAlikeKey(shortOf(label))),
    ...(device === "C" ? {} : { whole: lookup("whole", label) }),
  }));
  await putOnFile(writer.sql, account, {
    contacts: (["email", "phone"] as const).map((kind) => ({ id: `${account}-${kind}`, kind })),
    devices,
    answers: answers.map((answer, i) => ({
      id: `${account}-q${i}`,
      question: `q${i}`,
      hash: softHash(door.secrets, { account, question: `q${i}` }, normaliseAnswer(answer)),
    })),
  });
}

/** Types it all, and says what of it the table counts. */
async function typedIn({ door }: House, ref: CaseRef, labels: Labels, acts: readonly Act[]): Promise<Given> {
  const given = { devices: {} as Given["devices"], right: 0 as Given["right"], has: new Set<"code">() };
  for (const one of acts) {
    if (one.act === "serial") {
      const label = one.whole ? labels[one.device] : shortOf(labels[one.device]);
      const text = one.how.reduce(
        (t, i) => spellings[i]?.(t) ?? t,
        one.prefix + (one.inGroups ? grouped(label) : label),
      );
      expect(await checkSerial(door, who(ada), ref, text)).toMatchObject({ refused: null });
      const whole = one.whole && one.device !== "C";
      given.devices[one.device] = { whole: whole || !!given.devices[one.device]?.whole, photo: false };
    }
    if (one.act === "alike") {
      const alike = shortOf(labels[one.device]).replace("L", "1").replace("272", "Z72").replace("SB", "5B");
      const { checked } = await checkSerial(door, who(ada), ref, alike);
      expect(["no-match", "repeated", null]).toContain(checked);
    }
    if (one.act === "answers" && (await answered(door, ref, one.right))) given.right ||= one.right;
    if (one.act === "code" && (await coded(door, ref))) given.has.add("code");
  }
  return given;
}

async function answered(door: Door, ref: CaseRef, right: number): Promise<boolean> {
  await drawQuestions(door, who(ada), ref);
  const typed = Object.fromEntries(answers.map((answer, i) => [`q${i}`, i < right ? answer.toUpperCase() : "no idea"]));
  return (await checkAnswers(door, who(ada), ref, typed)).checked === "match";
}

/** A code to the phone, which counts where the phone was not lost. */
async function coded(door: Door, ref: CaseRef): Promise<boolean> {
  const contact = `${ref.account}-phone`;
  if ((await sendCode(door, who(ada), ref, contact)).refused !== null) return false;
  const generation = (await caseNow(door, ref)).ticket?.codes[contact]?.generation ?? 0;
  const code = door.secrets.code(contact, ref.ticket, generation);
  return (await checkPossession(door, who(ada), ref, { contact, code })).refused === null;
}
