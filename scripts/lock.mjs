/**
 * Whether two texts of package-lock.json lock the same packages. Optional packages that only one of them lists do not count:
 * a registry may list the binaries of other platforms one day and leave them out the next.
 */
export function locksTheSame(before, after) {
  const [one, other] = [packagesOf(before), packagesOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].every((path) => {
    const [here, there] = [one.get(path), other.get(path)];
    if (here && there) return JSON.stringify(here) === JSON.stringify(there);
    return (here ?? there).optional === true;
  });
}

const packagesOf = (lock) => new Map(Object.entries(JSON.parse(lock).packages));
