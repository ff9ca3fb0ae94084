import { onEveryEngine } from "db/testing";
import type { Actor } from "domain/staff";
import { expect, it } from "vitest";
import { accountByUsername } from "~/facts.server";
import { addStaff } from "./add-staff.server";
import { caseNow } from "./case.server";
import { checkAnswers, drawQuestions } from "./check-answers.server";
import { claimTicket } from "./claim-ticket.server";
import { importDirectory } from "./import-directory.server";
import { openTicket } from "./open-ticket.server";
import { atTheDesk, inFreshHouse, writtenDirectory } from "./testing-import";

const at = "2020-01-01T00:00:00Z";

onEveryEngine("Questions whose ids in the file no entry could hold", (place) => {
  it("are imported, drawn, named in entries by another id, and answered", () =>
    inFreshHouse(place().kind, async ({ door, ...house }, here) => {
      const folder = writtenDirectory(here, {
        accounts: [`A1,mia,Mia,eu,${at},active,none,en`],
        contacts: [`A1,email,mia@home.example,${at}`],
        answers: [
          "A1,What was your pet's name?,Your pet?,Biscuit",
          "A1,mia@home.example,Your street?,Elm Street",
          `A1,${"long ".repeat(60)},Your town?,Winterfold`,
        ],
      });
      const imported = await importDirectory({ door, ...house }, atTheDesk, { folder, strict: true });
      expect(imported).toMatchObject({ refused: null, added: { answer: 3 } });
      const staff = { signInName: "ada", displayName: "Ada", role: "agent", password: null } as const;
      const { id } = await addStaff(door, atTheDesk, staff);
      const actor: Actor = { id: `staff:${id}`, role: "agent", auth: "demo", session: null };
      const account = (await accountByUsername(door, "mia")) ?? "";
      const loss = { password: true, secondFactor: false, email: false, phone: false };
      const ref = { account, ticket: (await openTicket(door, { actor, request: "t" }, account, loss)).ticket ?? "" };
      await claimTicket(door, { actor, request: "t" }, ref);

      expect((await drawQuestions(door, { actor, request: "t" }, ref)).refused).toBeNull();
      const drawn = (await caseNow(door, ref)).account?.drawn?.questions ?? [];
      expect(drawn).toHaveLength(3);
      const texts = await door.reader.sql.selectFrom("question").selectAll().execute();
      const answers: Record<string, string> = {
        "Your pet?": "biscuit",
        "Your street?": "elm street",
        "Your town?": "winterfold",
      };
      const typed = Object.fromEntries(texts.map((q) => [q.id, answers[q.text] ?? ""]));
      expect(await checkAnswers(door, { actor, request: "t" }, ref, typed)).toEqual({
        refused: null,
        checked: "match",
      });
    }));
});
