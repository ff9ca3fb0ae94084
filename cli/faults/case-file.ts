import type { Actor } from "domain/staff";
import type { DemoHolder } from "../demo/holder";

/** What a child program is given: who works at the desk, whose accounts there are, and where messages land. */
export interface CaseFile {
  lanes: Lane[];
  holders: AccountHolder[];
  mailFolder: string;
  clockFile: string;
  /** One line for each delivery: id, and a digest of what was sent. */
  deliveries: string;
}
/** An agent and two supervisors who carry one ticket at a time. */
export interface Lane {
  agent: Actor;
  supervisors: [Actor, Actor];
}
export type AccountHolder = DemoHolder & { account: string };

/** The password every holder of these tests chooses. */
export const chosenPassword = "violet kettle harbour 82";
/** The address a holder of these tests moves to. */
export const newAddressOf = (holder: DemoHolder): string => `${holder.username}@moved.example.org`;
