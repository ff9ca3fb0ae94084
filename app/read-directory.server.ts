import { waitingJobs } from "db/read/directory-jobs";
import type { WaitingJob } from "domain/view-directory";
import type { Door } from "./door.server";

/** What waits for the directory that accounts live in, the longest waiting first; nothing where they live here. */
export const readWaitingJobs = async (door: Door): Promise<WaitingJob[]> =>
  door.directory ? waitingJobs(door.reader) : [];
