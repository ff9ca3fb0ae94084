/** The same people everywhere; Hal, the holder, and the other accounts are in the sample directory. */
export const staff = {
  Ada: "agent",
  Bob: "agent",
  Sam: "supervisor",
  Max: "supervisor",
  Ivy: "auditor",
  Rob: "admin",
  Ned: "admin",
} as const;
export type StaffName = keyof typeof staff;
export const staffNames = Object.keys(staff) as StaffName[];
