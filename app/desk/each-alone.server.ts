/** Does something for each of many, one after another; one that fails is said by its id and stops no other. Tells how many went well. */
export async function eachAlone<T>(
  what: string,
  things: readonly T[],
  idOf: (thing: T) => string,
  work: (thing: T) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  for (const thing of things) {
    try {
      await work(thing);
      done += 1;
    } catch (error) {
      console.error(`${what} ${idOf(thing)}: ${error instanceof Error ? error.message : "unknown error"}`);
    }
  }
  return done;
}
