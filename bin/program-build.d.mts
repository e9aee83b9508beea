/** For the benchmarks, which are TypeScript: see program-build.mjs. */
export function ensureProgramBuild(name?: "main" | "cli"): Promise<string>
export function compileCacheOf(file: string): Record<string, string>
