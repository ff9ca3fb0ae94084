/** The narrow writers that finish an erasure in the stores' own ways, for the desk verb that does. */

export { destroyKeys, erasedAfter, letGo } from "db/forget";
