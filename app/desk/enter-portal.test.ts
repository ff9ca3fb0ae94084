import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addMember, startDesk, type TestDesk } from "~/testing";
import { addHolder } from "~/testing-holder";
import { caseNow } from "./case.server";
import { openTicket } from "./open-ticket.server";

onEveryEngine("The doors of a request", (place) => {
  let desk: TestDesk;
  let known = "";
  beforeAll(async () => {
    desk = await startDesk(place(), ["request", "request.code", "errors"]);
    await addHolder(desk, "acc", "hal", "old battery staple");
    const actor = {
      id: `staff:${await addMember(desk, "ada", "agent")}`,
      role: "agent",
      auth: "demo",
      session: null,
    } as const;
    const row = {
      id: "c1",
      account_id: "acc",
      set_id: 0,
      kind: "email",
      mask: "h•••",
      digest: Buffer.from("x"),
      verified_at: "2020-01-01T00:00:00.000Z",
    };
    await desk.house.writer.sql.insertInto("contact").values(row).execute();
    const loss = { password: true, secondFactor: false, email: false, phone: false };
    const opened = await openTicket(desk.house.door, { actor, request: "r" }, "acc", loss);
    known = (await caseNow(desk.house.door, { account: "acc", ticket: opened.ticket ?? "" })).ticket?.reference ?? "";
  });
  afterAll(() => desk.stop());

  /** What a form is answered with, and how many entries it made. */
  const asks = async (path: string, form: Record<string, string>) => {
    const size = async () =>
      Number((await desk.house.door.reader.sql.selectFrom("head").select("size").executeTakeFirstOrThrow()).size);
    const before = await size();
    const { status, body } = await desk.ask("POST", path, { form: { key: "k", ...form } });
    return { status, body: body.replaceAll(/(value|nonce)="[^"]*"/g, ""), made: (await size()) - before };
  };

  it("answer a wrong code alike, with one entry, whether there is such a request or not", async () => {
    const [there, nowhere] = [
      await asks("/request", { reference: known, code: "000000" }),
      await asks("/request", { reference: "ZZZZ-ZZZZ", code: "000000" }),
    ];
    expect(there).toMatchObject({ status: 401, made: 1 });
    expect(nowhere).toEqual(there);
    expect(await asks("/request", { reference: known, code: "12" })).toEqual({ ...there, made: 0 });
    expect(await asks("/request", { reference: "ZZZZ-ZZZZ", code: "12" })).toEqual({ ...there, made: 0 });
  });

  it("say that a code is on its way alike, with one entry", async () => {
    await asks("/request/code", { reference: known });
    const [there, nowhere] = [
      await asks("/request/code", { reference: known }),
      await asks("/request/code", { reference: "ZZZZ-ZZZZ" }),
    ];
    expect(there).toMatchObject({ status: 200, made: 1 });
    expect(nowhere).toEqual(there);
  });
});
