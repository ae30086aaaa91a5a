declare module "@11ty/eleventy" {
  /** The part of Eleventy's configuration that .eleventy.ts uses; Eleventy ships no types. */
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
    addWatchTarget(path: string, options?: object): void;
    on(event: string, callback: (...args: never[]) => unknown): void;
    setDataFileSuffixes(suffixes: string[]): void;
    setLayoutsDirectory(path: string): void;
    setInputDirectory(path: string): void;
    setIncludesDirectory(path: string): void;
    setDataDirectory(path: string): void;
    setQuietMode(quiet: boolean): void;
    setUseGitIgnore(use: boolean): void;
    setWatchJavaScriptDependencies(watch: boolean): void;
    setTemplateFormats(formats: string[]): void;
    readonly benchmarks: { readonly config: { setMinimumThresholdPercent(percent: number): void } };
    readonly globalData: Record<string, unknown>;
  }
  export default class Eleventy {
    constructor(
      input: string,
      output: string | undefined,
      options: {
        configPath: string;
        quietMode?: boolean;
        config?: (config: EleventyConfig) => void;
        pathPrefix?: string;
        runMode?: string;
        source?: string;
      },
    );
    readonly logger: { overrideLogger(logger: Console): void };
    init(): Promise<void>;
    write(): Promise<unknown>;
    toJSON(): Promise<
      readonly {
        readonly inputPath: string;
        readonly outputPath: string | false;
        readonly content: unknown;
      }[]
    >;
    watch(): Promise<void>;
    serve(port: number): Promise<void>;
  }
}
declare module "@11ty/eleventy-plugin-vite" {
  const plugin: unknown;
  export default plugin;
}
