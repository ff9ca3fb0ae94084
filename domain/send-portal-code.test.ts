import { describe, expect, it } from "vitest";
import { ask } from "./ask";
import { enterPortal } from "./check-code";
import { cancel } from "./end";
import { object } from "./reset";
import { sendPortalCode } from "./send-portal-code";
import { ada, anyone, given, mail, phone, type Story } from "./testing";
import { objected, proved, settled } from "./testing-disputes";
import { claimed, completed, lossOf, onHold, opened, proposed, ready } from "./testing-stories";
import { days, minutes } from "./time";

const asked = (story: Story) => story.when(sendPortalCode(), { actor: anyone });

describe("A code that opens a request's page", () => {
  it("goes where the link will go", () => {
    asked(opened(lossOf.T1)).gives({ type: "contact.code-sent", data: { contact: mail.id, to: "registered" } });
    asked(proposed(claimed())).gives({ type: "contact.code-sent", data: { contact: "c-new", to: "new" } });
  });

  it("is written in the language of the page it was asked for on, and so is what goes there later", () => {
    const arabic = opened(lossOf.T1).when(sendPortalCode("ar"), { actor: anyone });
    arabic.gives({ type: "contact.code-sent", data: { language: "ar" } });
    expect(arabic.ticket.codes[mail.id]).toMatchObject({ language: "ar" });
    expect(asked(arabic.after(minutes(3))).ticket.codes[mail.id]).toMatchObject({ generation: 2, language: "ar" });
  });

  it("is none where the link would go nowhere", () => {
    asked(claimed()).refused("no-such-ticket");
  });

  it("goes out for thirty days after the ticket has ended, however it ended", () => {
    const ends = {
      cancelled: ready().when(cancel("mistake"), { actor: ada }),
      rejected: settled(proved(objected(onHold())), "reject"),
      reversed: settled(completed(), "reverse"),
      completed: completed(),
    } as const;
    for (const [state, ended] of Object.entries(ends)) {
      expect(ended.ticket.state).toBe(state);
      asked(ended.after(days(30) - 1)).gives({ type: "contact.code-sent", data: { contact: "c-new" } });
      asked(ended.after(days(30))).refused("no-such-ticket");
    }
  });

  it("lets its requester in to a ticket that has ended, and changes nothing about it", () => {
    const ended = asked(settled(proved(objected(onHold())), "reject").after(days(1)));
    const { generation = 0 } = ended.ticket.codes["c-new"] ?? {};
    const typed = { contact: "c-new", generation, right: true };
    ended.when(enterPortal(typed), { actor: anyone }).gives("portal.entered").in("rejected");
  });

  it("goes out no more once the ticket is disputed or the account frozen", () => {
    asked(ready().when(object(phone.id), { actor: anyone })).refused("account-frozen");
    asked(ready().record({ status: "frozen" })).refused("account-frozen");
  });

  it("goes out all the same to who asked in the portal and proved nothing yet, as it would where no account fits", () => {
    const request = (standIn: boolean) =>
      given()
        .when(
          ask({
            ticket: "t1",
            reference: "ABCD-EFGH",
            language: "en",
            secondFactor: false,
            hand: [],
            contact: { id: "c-new", kind: "email", commitment: "00", same: null },
            standIn,
          }),
          { actor: anyone },
        )
        .after(minutes(3));
    const stopped = request(false).when(object(phone.id), { actor: anyone }).in("disputed");
    for (const story of [stopped, request(false).record({ status: "frozen" }), request(true)])
      asked(story).gives({ type: "contact.code-sent", data: { contact: "c-new", to: "new" } });
  });

  it("is limited like any other", () => {
    asked(asked(opened(lossOf.T1)).after(minutes(1))).refused("code-just-sent");
  });
});
