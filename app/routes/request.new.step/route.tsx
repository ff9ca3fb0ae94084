export { action, default, loader, meta } from "../request.new/route";
