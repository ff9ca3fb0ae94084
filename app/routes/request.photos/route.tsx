import { takePhoto } from "~/desk/photo.server";
import { fileAct } from "../request.status/file-act.server";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

export const action = fileAct("photo", takePhoto);
