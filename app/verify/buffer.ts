// What the verifier's code takes for granted in Node; the build puts it before that code.
export { Buffer } from "buffer";
