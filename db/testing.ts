import { afterAll, beforeAll, describe } from "vitest";
import { type Droppable, makePlace, type Place } from "./place";

/** Runs a body of tests once on SQLite and once on a real PostgreSQL; says so when there is none to run on, and fails. */
export function onEveryEngine(name: string, body: (place: () => Place) => void): void {
  for (const kind of ["sqlite", "postgres"] as const) {
    describe(`${name} (${kind})`, () => {
      let place: Droppable | null = null;
      beforeAll(async () => {
        place = await makePlace(kind);
      });
      afterAll(async () => place?.drop());
      body(() => {
        if (!place) throw new Error("The test database was not made.");
        return place;
      });
    });
  }
}
