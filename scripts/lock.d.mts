/** Whether two texts of package-lock.json lock the same packages, optional ones that only one of them lists aside. */
export function locksTheSame(before: string, after: string): boolean;
