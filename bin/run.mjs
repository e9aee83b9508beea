import { spawn } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { ensureInstalled } from "./install.mjs"
import { nodeFlags } from "./node-flags.mjs"
import { inRoot, root, runProgram, Sentence } from "./paths.mjs"
import { ensureWebBuild } from "./web-build.mjs"

const FOLDERS = { proof: "proofs", bench: "bench" }

/** `npm run proof`, `npm run bench`: the list; `-- <name> …` runs one. `npm run look` has a single program. */
await runProgram(async () => {
  const [kind, ...words] = process.argv.slice(2)
  if (kind === "look") return runFile(inRoot("e2e", "look.ts"), words)
  const folder = FOLDERS[kind]
  if (!folder) throw new Sentence("Choose one of: npm run proof, npm run bench, npm run look")
  const [name, ...rest] = words
  const programs = listPrograms(folder)
  if (!name) return printList(kind, programs)
  if (name === "all") return runAll(folder, programs, rest)
  if (!programs.some((program) => program.name === name)) {
    printList(kind, programs)
    throw new Sentence(`There is no ${kind} called "${name}"; the list above has them all.`)
  }
  return runFile(inRoot(folder, `${name}.ts`), rest)
})

/** One after the other, to the end: one that fails says so in its own words and in the exit code. */
async function runAll(folder, programs, words) {
  let worst = 0
  for (const { name, about } of programs) {
    console.log(`\n── ${about}`)
    worst = Math.max(worst, await runFile(inRoot(folder, `${name}.ts`), words))
  }
  return worst
}

/** The first line of each program says what it shows. */
function listPrograms(folder) {
  if (!existsSync(inRoot(folder))) return []
  return readdirSync(inRoot(folder))
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => ({ name: file.slice(0, -3), about: readFirstComment(inRoot(folder, file)) }))
    .filter(({ about }) => about !== undefined)
}

/** A file that does not begin with a comment is a part of the others, not a program. */
function readFirstComment(file) {
  const [line = ""] = readFileSync(file, "utf8").split("\n")
  return /^(?:\/\/|\/\*\*?)\s*(.*?)\s*(?:\*\/)?$/.exec(line)?.[1]
}

function printList(kind, programs) {
  const width = Math.max(...programs.map(({ name }) => name.length), 0)
  for (const { name, about } of programs) console.log(`  ${name.padEnd(width)}  ${about}`)
  console.log(
    programs.length > 0
      ? `\nRun one: npm run ${kind} -- <name>; all of them: npm run ${kind} -- all`
      : `There is nothing to run as ${kind} yet.`,
  )
  return 0
}

async function runFile(file, words) {
  const node = await ensureInstalled()
  if (!existsSync(file)) throw new Sentence(`${file} is missing.`)
  await ensureWebBuild(node)
  const child = spawn(node, [...nodeFlags, file, ...words], { cwd: root, stdio: "inherit" })
  // Ctrl-C reaches the program by itself; here it must only not end us before the program has.
  process.on("SIGINT", () => {})
  process.on("SIGTERM", () => child.kill("SIGTERM"))
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code) => resolve(code ?? 1))
  })
}
