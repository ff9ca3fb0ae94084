/** The narrow writers of exports that are made in the background, and what is read of them for the desk verbs that make them. */

export {
  type Attempt,
  beatExport,
  type ExportEnd,
  type ExportJob,
  ExportTaken,
  giveBackExport,
  markRemoved,
  type NewExport,
  takeExport,
} from "db/export-job";
export { exportOf, exportsIn, exportsKeptSince, exportsOf } from "db/read/exports";
