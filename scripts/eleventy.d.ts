declare module "@11ty/eleventy" {
  /** The part of Eleventy's configuration that is used here; Eleventy ships no types. */
  export interface EleventyConfig {
    addTemplateFormats(formats: string[]): void;
    addExtension(extensions: string[], options: object): void;
    addGlobalData(key: string, value: unknown): void;
    addPassthroughCopy(paths: Record<string, string> | string, options?: object): void;
    addPlugin(plugin: unknown, options?: object): void;
    addTransform(
      name: string,
      transform: (
        this: { page: { inputPath: string; outputPath: string | false } },
        content: string,
      ) => unknown,
    ): void;
    setDataFileSuffixes(suffixes: string[]): void;
    setUseGitIgnore(use: boolean): void;
    setWatchJavaScriptDependencies(watch: boolean): void;
    readonly benchmarks: { readonly config: { setMinimumThresholdPercent(percent: number): void } };
    readonly globalData: Record<string, unknown>;
  }
  export default class Eleventy {
    constructor(
      input: string,
      output: string | undefined,
      options: {
        configPath: string;
        quietMode: true;
        config: (config: EleventyConfig) => void;
      },
    );
    readonly logger: { overrideLogger(logger: Console): void };
    write(): Promise<unknown>;
    toJSON(): Promise<
      readonly {
        readonly inputPath: string;
        readonly outputPath: string | false;
        readonly content: unknown;
      }[]
    >;
  }
}
declare module "@11ty/eleventy-plugin-vite" {
  const plugin: unknown;
  export default plugin;
}
