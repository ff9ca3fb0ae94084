import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PhotoScreen } from "./photo-screen";
import { PurchaseScreen } from "./purchase-screen";
import { adasDesk, sampleTicket } from "./sample";

it("A page of what waits for a second person says of all three why they are none: who added it, who opened it, its agent", () => {
  const { now } = sampleTicket();
  const page = { desk: adasDesk, number: 1042, nth: 1, whole: true, look: "l1" };
  const photo = { id: "p1", at: now, result: null, mayJudge: false };
  const photoPage = renderToStaticMarkup(createElement(PhotoScreen, { ...page, photo }));
  const purchase = { ...photo, form: "picture" } as const;
  const purchasePage = renderToStaticMarkup(createElement(PurchaseScreen, { ...page, purchase, holder: "H•••" }));
  for (const html of [photoPage, purchasePage])
    expect(html).toContain("Not whoever added it, and not the ticket&#x27;s agent, nor who opened it.");
});
