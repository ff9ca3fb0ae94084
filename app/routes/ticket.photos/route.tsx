import { takePhoto } from "~/desk/photo.server";
import { fileAct } from "../ticket/file-act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = fileAct("photo", takePhoto);
