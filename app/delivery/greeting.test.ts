import { expect, it } from "vitest";
import { greeted, senderIn } from "./greeting";

it("The sender of a message is named as its mail is, or by its host", () => {
  expect(senderIn("Harbour Cameras <no-reply@harbour.example>")).toBe("Harbour Cameras");
  expect(senderIn('"Harbour, Cameras" <no-reply@harbour.example>')).toBe("Harbour, Cameras");
  expect(["no-reply@harbour.example", "<no-reply@harbour.example>"].map(senderIn)).toEqual(
    Array(2).fill("harbour.example"),
  );
});

it("A greeting says who writes and about which account, in a paragraph of its own", () => {
  const greeting = { sender: "Harbour Cameras", username: "hal" };
  expect(greeted("en", greeting, "A link.\n")).toBe(
    "Hello. This is Harbour Cameras, about the account with the user name hal.\n\nA link.\n",
  );
  expect(greeted("en", { ...greeting, username: null }, "A notice.\n")).toBe(
    "Hello. This is Harbour Cameras, about your account.\n\nA notice.\n",
  );
  expect(greeted("ar", greeting, "رابط.\n")).toMatch(/^مرحبًا.*Harbour Cameras.*hal[^\n]*\n\nرابط\.\n$/);
});
