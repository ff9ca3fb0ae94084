import { describe, it } from "vitest";
import { cancel } from "./end";
import { object } from "./reset";
import { sendPortalCode } from "./send-portal-code";
import { ada, anyone, mail, phone, type Story } from "./testing";
import { claimed, lossOf, opened, proposed, ready } from "./testing-stories";
import { minutes } from "./time";

const asked = (story: Story) => story.when(sendPortalCode(), { actor: anyone });

describe("A code that opens a request's page", () => {
  it("goes where the link will go", () => {
    asked(opened(lossOf.T1)).gives({ type: "contact.code-sent", data: { contact: mail.id, to: "registered" } });
    asked(proposed(claimed())).gives({ type: "contact.code-sent", data: { contact: "c-new", to: "new" } });
  });

  it("is none where the link would go nowhere, or the ticket has ended", () => {
    asked(claimed()).refused("no-such-ticket");
    asked(ready().when(cancel("mistake"), { actor: ada })).refused("no-such-ticket");
  });

  it("goes out no more once the ticket is disputed or the account frozen", () => {
    asked(ready().when(object(phone.id), { actor: anyone })).refused("account-frozen");
    asked(ready().record({ status: "frozen" })).refused("account-frozen");
  });

  it("is limited like any other", () => {
    asked(asked(opened(lossOf.T1)).after(minutes(1))).refused("code-just-sent");
  });
});
