declare module "jsonld" {
  interface Options {
    readonly base?: string;
    readonly format: "application/n-quads";
    readonly documentLoader?: (address: string) => Promise<never>;
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<string> };
  export default jsonld;
}
