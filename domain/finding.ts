/** A part of a free text that it must not hold: the characters `start` up to, not including, `end` (UTF-16). */
export type Finding = { kind: "serial" | "code" | "address" | "phone"; start: number; end: number };
