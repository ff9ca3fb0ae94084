import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Problem } from "../problem";
import { Flagged } from "../safety/flagged";
import { AskPhoto } from "./ask-photo";
import { AskPurchase } from "./ask-purchase";
import { adasDesk, now, sampleTicket } from "./sample";

const refused = (form: string, field: string): Problem => ({ form, sentence: "No.", fields: { [field]: "No." } });
/** The control that takes the focus. */
const focused = (html: string): string => /<input [^>]*autofocus[^>]*>/i.exec(html)?.[0] ?? "none";

it("A form that was refused for its file or its code puts the focus there", () => {
  const ticket = { t: sampleTicket(), desk: adasDesk };
  const photo = createElement(AskPhoto, { ...ticket, problem: refused("photos", "photo") });
  expect(focused(renderToStaticMarkup(photo))).toContain('id="photo"');
  const purchase = createElement(AskPurchase, { ...ticket, problem: refused("purchases", "purchase") });
  expect(focused(renderToStaticMarkup(purchase))).toContain('id="purchase"');
  const row = { account: "a1", holder: "H•••", kind: "stalking", at: now, byName: "Ada", lift: null } as const;
  const lift = createElement(Flagged, { row, desk: adasDesk, problem: refused("lift.a1", "code") });
  expect(focused(renderToStaticMarkup(lift))).toContain('id="code-a1"');
});
