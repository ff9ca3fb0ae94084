const mostRemembered = 1000;

/** The same function of a text, which remembers what it made of the last thousand or so; what it gives must not be changed. */
export function remembering<T>(make: (text: string) => T): (text: string) => T {
  let fresh = new Map<string, T>();
  let before = new Map<string, T>();
  return (text) => {
    const known = fresh.get(text) ?? before.get(text);
    const value = known === undefined ? make(text) : known;
    if (!fresh.has(text)) {
      if (fresh.size >= mostRemembered) [fresh, before] = [new Map(), fresh];
      fresh.set(text, value);
    }
    return value;
  };
}
