import { max, sam } from "domain/testing";
import {
  approvedBy,
  approvedOnce,
  claimed,
  completed,
  lossOf,
  opened,
  ready,
  serial,
  submitted,
} from "domain/testing-stories";
import { expect, it } from "vitest";
import { guideDone } from "./guide-done";

const done = (story: ReturnType<typeof opened>) => guideDone(story.ticket).filter(Boolean).length;

it("ticks the guide's steps one after another as its ticket goes on, and none where there is no ticket", () => {
  expect(guideDone(null)).toEqual([]);
  const stories = [
    opened(lossOf.T4),
    claimed(lossOf.T4),
    ready(lossOf.T4),
    serial(ready(lossOf.T4), "d1"),
    submitted(lossOf.T4),
    approvedOnce(),
    approvedBy(approvedBy(submitted(lossOf.T4), sam), max),
    completed(lossOf.T4),
  ];
  expect(stories.map(done)).toEqual([0, 2, 3, 4, 5, 6, 7, 8]);
});
