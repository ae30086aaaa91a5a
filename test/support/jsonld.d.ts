declare module "jsonld" {
  interface Options {
    readonly base?: string;
    readonly documentLoader?: (address: string) => Promise<never>;
  }
  const jsonld: { expand(document: object, options?: Options): Promise<Record<string, unknown>[]> };
  export default jsonld;
}
