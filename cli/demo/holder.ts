/** A holder of the sample directory with what only they know. */
export interface DemoHolder {
  username: string;
  displayName: string;
  email: string;
  phone: string | null;
  serials: string[];
  answers: { id: string; question: string; answer: string }[];
}
