import { mkdir, rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { build } from "esbuild"

const ROOT = resolve(import.meta.dirname, "../../../..")

/**
 * A process for trials as one file: one that is started many times costs a fifth of what it costs to read and run its
 * modules each time. Beside the packages, where what stays outside is found.
 */
export async function bundleProcess(entry: string): Promise<{ readonly file: string } & AsyncDisposable> {
  const directory = join(ROOT, "node_modules", ".cache", `hostwell-process-${process.pid}-${made++}`)
  await mkdir(directory, { recursive: true })
  const file = join(directory, "process.mjs")
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    external: ["pg-native", "winston", "winston-transport", "@opentelemetry/*"],
    banner: {
      js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
    },
  })
  return { file, [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }) }
}

let made = 0
