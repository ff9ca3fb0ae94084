declare module "*.woff2" {
  /** The address of the built file. */
  const href: string;
  export default href;
}
declare module "*.svg" {
  /** The address of the built file. */
  const href: string;
  export default href;
}
