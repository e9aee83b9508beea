import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { withLock } from "./lock.mjs"
import { inRoot, launchFile, root, Sentence } from "./paths.mjs"

/** Builds the pages when what they are made of has changed since the last build. */
export async function ensureWebBuild(node) {
  if (!existsSync(inRoot("src", "web", "routes.ts")) || isBuilt()) return false
  await withLock(
    launchFile("web.lock"),
    () => isBuilt() || build(node),
    (pid) => console.log(`Waiting for process ${pid}, which is building the pages …`),
  )
  return true
}

function isBuilt() {
  const marker = inRoot("build", "web.hash")
  return existsSync(marker) && readFileSync(marker, "utf8") === hashSources()
}

async function build(node) {
  console.log("Building the pages …")
  const begin = performance.now()
  // Taken before: what changes while we build must be built again.
  const hash = hashSources()
  const outcome = await runBuild(node)
  if (outcome.code !== 0) {
    throw new Sentence(`The pages could not be built:\n${outcome.words}`)
  }
  await packFiles(inRoot("build", "client"))
  // The builder begins by emptying this directory, so a build that was cut short has no mark.
  writeFileSync(inRoot("build", "web.hash"), hash)
  console.log(`The pages are built (${((performance.now() - begin) / 1000).toFixed(1)} s).`)
}

/** Once for all who fetch them: beside each file what is sent to those who take it packed. */
async function packFiles(directory) {
  const files = listFiles(directory).filter((file) => /\.(css|js|svg)$/.test(file))
  const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
  await Promise.all(
    files.map(async (file) => {
      const text = readFileSync(file)
      if (text.length < LEAST_PACKED) return
      writeFileSync(`${file}.br`, await inBrotli(text, brotliOptions))
      writeFileSync(`${file}.gz`, await inGzip(text, { level: 9 }))
    }),
  )
}

/** Smaller ones go in one packet as they are. */
const LEAST_PACKED = 1_024
const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

function runBuild(node) {
  return new Promise((resolve, reject) => {
    const program = inRoot("node_modules", "@react-router", "dev", "bin.cjs")
    const child = spawn(node, [program, "build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let said = ""
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk) => {
        said = `${said}${chunk}`.slice(-8000)
      })
    }
    child.once("error", reject)
    child.once("close", (code) => resolve({ code, words: said.trim() }))
  })
}

/** Pages, and what they import of ours: contracts and the kit. Tests change no page. */
function hashSources() {
  const hash = createHash("sha256")
  const files = [
    ...listFiles(inRoot("src", "web")),
    ...listFiles(inRoot("src", "kit")),
    ...listFiles(inRoot("src", "modules")).filter((file) => file.endsWith("contract.ts")),
    ...listFiles(inRoot("src", "app")).filter((file) => file.endsWith("contract.ts")),
    inRoot("bin", "web-build.mjs"),
    ...readdirSync(root)
      .filter((name) => /^(vite|react-router)\.config\.|^package(-lock)?\.json$|^tsconfig\.json$/.test(name))
      .map((name) => inRoot(name)),
  ].filter((file) => !/\.test\.tsx?$/.test(file))
  for (const file of files.sort())
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0")
  return hash.digest("hex")
}

function listFiles(directory) {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(join(directory, entry.name)) : [join(directory, entry.name)],
  )
}
