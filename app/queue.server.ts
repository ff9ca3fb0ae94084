/** Thrown to one who would have to wait behind too many. */
export class QueueFull extends Error {}

/** Work that is done one after another. */
export interface Queue {
  /** Does the work when its turn comes; rejects with QueueFull when too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Makes a queue in which at most so many wait while one is at work. */
export function makeQueue(mostWaiting: number): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let there = 0;
  return {
    run: (work) => {
      if (there > mostWaiting) return Promise.reject(new QueueFull("Too many wait already."));
      there += 1;
      const done = last.then(work).finally(() => {
        there -= 1;
      });
      last = done.catch(() => undefined);
      return done;
    },
  };
}
