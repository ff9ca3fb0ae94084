/** A stylesheet is imported for the address it is built to. */
declare module "*.css" {
  const href: string;
  export default href;
}
