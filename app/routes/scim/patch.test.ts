import { describe, expect, it } from "vitest";
import { findIn } from "./filter";
import { patched } from "./patch";
import { type Doc, docIn, emptyDoc, wantedOf } from "./resource";
import { ScimProblem, userSchema } from "./wire";

const schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
const work = { value: "hal@corp.example", type: "work", primary: true };
const home = { value: "hal@home.example", type: "home", primary: false };
const mobile = { value: "+447700900123", type: "mobile", primary: false };
const hal: Doc = {
  ...emptyDoc(),
  userName: "hal",
  name: { formatted: "Hal Gray", givenName: "Hal", familyName: "Gray" },
  active: true,
  emails: [work, home],
  phoneNumbers: [mobile],
};
const made = (...Operations: unknown[]): Doc => patched(hal, { schemas, Operations });
const problem = (doing: () => unknown): string | null => {
  try {
    doing();
    return null;
  } catch (error) {
    if (error instanceof ScimProblem) return error.scimType;
    throw error;
  }
};

describe("A SCIM patch", () => {
  it("leaves the user it was made from as they were", () => {
    const before = structuredClone(hal);
    made({ op: "remove", path: "emails" }, { op: "replace", path: "name.givenName", value: "Harold" });
    expect(hal).toEqual(before);
  });

  it("sets single values with and without a path, in any case, with the schema before them or not", () => {
    const value = { displayname: "H", "name.familyName": "Grey", ACTIVE: "false", [`${userSchema}:externalId`]: "E" };
    expect(made({ op: "Replace", value })).toMatchObject({
      displayName: "H",
      name: { givenName: "Hal", familyName: "Grey" },
      active: false,
      externalId: "E",
    });
    expect(made({ op: "ADD", path: `${userSchema}:name`, value: { givenName: "Harold" } }).name).toEqual({
      formatted: "Hal Gray",
      givenName: "Harold",
      familyName: "Gray",
    });
    expect(
      made({ op: "remove", path: "name.formatted" }, { op: "remove", path: "displayName" }).name.formatted,
    ).toBeNull();
    expect(made({ op: "remove", path: "name" }).name.familyName).toBeNull();
  });

  it("adds to a list what is not there, once, with one primary one", () => {
    const more = { value: "HAL@home.example", primary: true };
    expect(made({ op: "add", path: "emails", value: [more] }).emails).toEqual([
      { ...work, primary: false },
      { value: "HAL@home.example", type: null, primary: true },
    ]);
    expect(made({ op: "add", value: { emails: [home] } }).emails).toEqual([work, home]);
    expect(made({ op: "add", path: "phoneNumbers", value: "+447700900124" }).phoneNumbers).toHaveLength(2);
  });

  it("changes, adds and takes off one by what it is told apart by", () => {
    const to = (path: string, op = "replace", value: unknown = "new@corp.example") => made({ op, path, value }).emails;
    expect(to('emails[type eq "work"].value')).toEqual([{ ...work, value: "new@corp.example" }, home]);
    expect(to("emails[primary eq true].value")).toEqual([{ ...work, value: "new@corp.example" }, home]);
    expect(to('emails[type eq "other"].value', "Add")).toEqual([
      work,
      home,
      { value: "new@corp.example", type: "other", primary: false },
    ]);
    expect(to('emails[type eq "other"]', "add", { value: "x@corp.example" })[2]?.type).toBe("other");
    expect(to('emails[type eq "home"]', "replace", { primary: "True" })).toEqual([
      { ...work, primary: false },
      { ...home, primary: true },
    ]);
    expect(to('emails[value eq "HAL@corp.example"]', "remove")).toEqual([home]);
    expect(to('emails[type eq "work"].value', "remove")).toEqual([home]);
    expect(to('emails[type eq "work"].type', "remove")[0]?.type).toBeNull();
    expect(to('emails[type eq "other"]', "remove")).toEqual([work, home]);
    expect(to("emails", "remove", [{ value: home.value }])).toEqual([work]);
    expect(to("emails", "replace", [])).toEqual([]);
    expect(to("emails.type", "replace", "work").map((k) => k.type)).toEqual(["work", "work"]);
  });

  it("keeps no password, and nothing of what it does not know to keep", () => {
    const kept = made(
      { op: "add", path: "password", value: "secret" },
      { op: "replace", value: { title: "Dr", roles: [], nickName: "H" } },
      { op: "add", path: 'addresses[type eq "work"].locality', value: "Leeds" },
      { op: "add", path: "name.honorificPrefix", value: "Dr" },
      { op: "add", path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value", value: "1" },
    );
    expect(kept).toEqual(hal);
    const body = { schemas: [userSchema], userName: "hal", password: "secret", title: "Dr" };
    expect(docIn(body)).toEqual({ ...emptyDoc(), userName: "hal" });
    expect(JSON.stringify(wantedOf(docIn(body), true))).not.toContain("secret");
  });

  it("is refused whole, with the word of the standard", () => {
    const one = (op: string, path?: string, value?: unknown) => problem(() => made({ op, path, value }));
    expect(one("move", "displayName", "x")).toBe("invalidSyntax");
    expect(problem(() => patched(hal, { schemas, Operations: [] }))).toBe("invalidSyntax");
    expect(problem(() => patched(hal, { schemas: [], Operations: [{}] }))).toBe("invalidSyntax");
    expect(one("remove")).toBe("noTarget");
    expect(one("replace", 'emails[type eq "other"].value', "x@corp.example")).toBe("noTarget");
    expect(one("replace", "shoeSize", 9)).toBe("invalidPath");
    expect(one("replace", "emails[", 9)).toBe("invalidPath");
    expect(one("replace", "emails.colour", "red")).toBe("invalidPath");
    expect(one("replace", "name.colour", "red")).toBe("invalidPath");
    expect(one("replace", "userName.first", "red")).toBe("invalidPath");
    expect(problem(() => made({ op: "replace", path: 7, value: 9 }))).toBe("invalidPath");
    expect(one("replace", "id", "another")).toBe("mutability");
    expect(one("add", "groups", [])).toBe("mutability");
    expect(one("replace", 'emails[colour eq "red"].value', "x")).toBe("invalidFilter");
    expect(one("replace", 'emails[type co "o"].value', "x")).toBe("invalidFilter");
    for (const path of ["userName", "active"]) expect(one("remove", path), path).toBe("invalidValue");
    for (const [path, value] of [
      ["userName", " "],
      ["active", "perhaps"],
      ["active", null],
      ["name", "Hal"],
      ["emails", 7],
      ["displayName", 7],
    ] as const)
      expect(one("replace", path, value), path).toBe("invalidValue");
    expect(one("add", 'emails[type eq "other"]', {})).toBe("invalidValue");
    expect(one("replace", undefined, "x")).toBe("invalidValue");
  });
});

it("A filter is one comparison with a text, whatever stands in its quotes", () => {
  expect(findIn('userName Eq "a\\"b c"')).toEqual({ by: "userName", value: 'a"b c' });
  expect(findIn(` ${userSchema}:userName eq "x" `)).toEqual({ by: "userName", value: "x" });
  for (const text of [
    "",
    "userName",
    'userName eq "a" or userName eq "b"',
    'userName eq "\\x"',
    "active eq true",
    "userName pr",
    'constructor eq "x"',
  ])
    expect(
      problem(() => findIn(text)),
      text,
    ).toBe("invalidFilter");
});
