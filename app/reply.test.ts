import { describe, expect, it } from "vitest";
import { z } from "zod";
import { languageHeader } from "~/ui/languages";
import { formWords } from "~/ui/words/portal-form";
import { refusals } from "~/ui/words/refusals";
import { KeyReused } from "./door.server";
import { acting, formOf, refused, seeOther, statusOf, text, tick } from "./reply.server";

const sent = (body: string): Request =>
  new Request("http://desk.example/", {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
const shape = { kind: z.enum(["email", "phone"]), value: text(10), claim: tick() };

describe("A form", () => {
  it("is read with its key, and gives back what was typed", async () => {
    const read = await formOf(sent("key=k.contact&kind=email&value=a%40b.example"), { ...shape, value: text(20) });
    expect(read).toEqual({
      ok: true,
      key: "k.contact",
      form: { kind: "email", value: "a@b.example", claim: false },
      typed: { kind: "email", value: "a@b.example" },
    });
  });

  it.each([
    ["an unknown field", "key=k&kind=email&value=x&role=admin"],
    ["a missing field", "key=k&kind=email"],
    ["a field that is there twice", "key=k&kind=email&value=x&value=y"],
    ["a missing key", "kind=email&value=x"],
    ["an empty key", "key=&kind=email&value=x"],
    ["a key of several lines", "key=a%0Ab&kind=email&value=x"],
    ["a name that objects have anyway", "key=k&kind=email&value=x&__proto__=y"],
  ])("is turned away with %s", async (_what, body) => {
    const thrown = await formOf(sent(body), shape).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Response);
    expect((thrown as Response).status).toBe(400);
  });

  it("says which field cannot be taken, and never gives a secret back", async () => {
    const read = await formOf(sent("key=k&kind=fax&value=far+too+long+for+it&password=hunter2&code=123456"), {
      ...shape,
      password: text(100),
      code: text(10),
    });
    expect(read).toEqual({
      ok: false,
      fields: {
        kind: "Choose one of what is offered, or type it as the hint says.",
        value: "That is too long: at most 10 characters.",
      },
      typed: { kind: "fax", value: "far too long for it" },
      language: "en",
    });
  });

  it("says it in the language of the page that sent it", async () => {
    const request = sent("key=k&kind=fax&value=x");
    request.headers.set(languageHeader, "ar");
    const read = await formOf(request, shape);
    expect(read).toMatchObject({ language: "ar", fields: { kind: formWords.ar.notOffered } });
  });
});

describe("An answer", () => {
  it("leads on to a path of this site and nowhere else", () => {
    expect(seeOther("/queue?view=mine", ["a=1", "b=2"]).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    for (const path of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "queue",
      "/ü",
      "/a\nb",
      "/a b",
      "",
    ])
      expect(() => seeOther(path), path).toThrow();
  });

  it("has a status for every refusal that words are kept for", () => {
    const statuses = new Set(Object.keys(refusals).map(statusOf));
    for (const status of statuses) expect([401, 403, 404, 409, 410, 422, 423, 429, 503]).toContain(status);
    expect(
      ["already-claimed", "no-such-ticket", "not-your-role", "too-many-codes", "locked", "grant-used", "near"].map(
        statusOf,
      ),
    ).toEqual([409, 404, 403, 429, 423, 410, 422]);
  });

  it("says near and miss in the same words, with the same status", async () => {
    const [near, miss] = await Promise.all(["near", "miss"].map((reason) => refused("serial", reason).text()));
    expect(near).toBe(miss);
  });

  it("turns a key that came back with something else into a problem of its form", async () => {
    const answer = await acting("serial", () => Promise.reject(new KeyReused("again")));
    expect((answer as Response).status).toBe(409);
  });
});
