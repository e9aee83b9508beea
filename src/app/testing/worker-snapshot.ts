import { execFile } from "node:child_process"
import { readFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import { build, type Plugin } from "esbuild"

/** Where packages are found by what is loaded later. */
const ROOT = resolve(import.meta.dirname, "../../..")

/**
 * The worker of a trial, bundled and loaded once, and kept as a picture of its memory: a process started from it costs
 * a sixth of the work of one that reads and runs all its modules, and trials start thousands. Returns the picture's
 * file, for `node --snapshot-blob`.
 */
export async function buildWorkerSnapshot(directory: string): Promise<string> {
  const file = join(directory, "worker.cjs")
  const snapshot = join(directory, "worker.snapshot")
  await build({
    entryPoints: [join(import.meta.dirname, "trial-worker.ts")],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
    plugins: [keepPlaces, loadLater],
    external: ["pg-native"],
    banner: { js: "var module = { exports: {} };" },
  })
  // It warns of every built-in module that is not proven to survive; that they do is what each trial shows.
  const flags = ["--no-warnings", "--snapshot-blob", snapshot, "--build-snapshot"]
  await promisify(execFile)(process.execPath, [...flags, file], { cwd: ROOT })
  return snapshot
}

/** Files that look for others beside themselves find them where the sources are. */
const keepPlaces: Plugin = {
  name: "keep-places",
  setup: (bundling) => {
    bundling.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8")
      return {
        loader: "ts",
        contents: text
          .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
          .replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
      }
    })
  },
}

/**
 * What can't be in the picture, because it holds on to something outside of it while it loads: binaries, what opens
 * threads or sockets, and what only DBOS would load if it were asked to. Each is loaded when it is first touched.
 */
const LATER =
  /^(?:@myriaddreamin\/.*|@opentelemetry\/.*|undici|pino|winston(?:-transport)?|(?:node:)?(?:https?|http2|tls|child_process|worker_threads))$/

const loadLater: Plugin = {
  name: "load-later",
  setup: (bundling) => {
    bundling.onResolve({ filter: LATER }, ({ path }) => ({ path, namespace: "later" }))
    bundling.onLoad({ filter: /.*/, namespace: "later" }, ({ path }) => ({
      loader: "js",
      contents: standIn(path),
    }))
  },
}

/** Of a large package only the file that holds the name: reading all of it takes a third of what a worker does. */
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  undici: { Pool: "undici/lib/dispatcher/pool.js", buildConnector: "undici/lib/core/connect.js" },
}

/** A module whose every name is looked up when it is used; the bundler copies none, for it has no names of its own. */
function standIn(path: string): string {
  return `
    const { createRequire } = process.getBuiltinModule("node:module")
    const parts = ${JSON.stringify(PARTS[path] ?? {})}
    let found
    const fetch = (file) => createRequire(${JSON.stringify(join(ROOT, "package.json"))})(file)
    const load = () => (found ??= fetch(${JSON.stringify(path)}))
    const get = (_, name) => (Object.hasOwn(parts, name) ? fetch(parts[name]) : load()[name])
    const names = new Proxy({}, { get })
    module.exports = new Proxy(function () {}, {
      get,
      apply: (_, self, given) => Reflect.apply(load(), self, given),
      getPrototypeOf: () => names,
    })`
}
