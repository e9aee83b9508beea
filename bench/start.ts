// start: from nothing to the first rendered page, and what it holds in memory when idle, beside bare node (B14).
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { findFreePort } from "#kit/testing/free-port.ts"
import { throwawayPlace } from "#kit/testing/throwaway-place.ts"
import { type Memory, readDatabaseMemory, readMemory } from "./parts/memory.ts"
import { readOptions } from "./parts/options.ts"
import { listPackages } from "./parts/packages.ts"
import { comparePairs } from "./parts/pairs.ts"
import { type Program, startCompany, startProgram } from "./parts/program.ts"
import { printTable, reportComparisons } from "./parts/report.ts"

const options = readOptions()
const { isShort } = options
/** Whatever a start leaves to be done later has been done by then. */
const IDLE_AFTER_MS = isShort ? 200 : 5_000

const worker = { HOSTWELL_ROLES: "api,worker", SMTP_URL: "smtp://localhost" }
const listen = `import { createServer } from "node:http"
  createServer((request, response) => response.end("here")).listen(Number(process.argv[1]))`

const EVERYTHING = "everything in one process, after a page"

const home = mkdtempSync(join(isShort ? throwawayPlace() : tmpdir(), "hostwell-bench-start-"))
// Where the database runs as a user of its own it must be able to pass through; otherwise it would live elsewhere.
chmodSync(home, 0o711)
try {
  // The first start makes the database and the demo company; what is measured is every one after it.
  if (!isShort) await withCompany({}, async () => {})
  const memory: Record<string, Accounts> = {}
  const comparisons = [
    await comparePairs({
      name: "start to the first page / node that listens",
      unit: "ms",
      isShort,
      target: { atMost: 6, isGoal: true },
      reference: () => withNode(listen, start),
      subject: () =>
        withCompany({}, async (program) => {
          if (isShort) memory[EVERYTHING] = await accounts(program)
          return start(program)
        }),
    }),
    await comparePairs({
      name: "idle API and worker / node that listens",
      unit: "MB",
      isShort,
      target: { atMost: 3, isGoal: true },
      reference: () => withNode(listen, idle),
      subject: () => withCompany(worker, idle),
    }),
  ]
  if (!isShort) {
    comparisons.push(...(await compareWithPackages()))
    memory[EVERYTHING] = await withCompany({}, accounts)
    memory["API and worker"] = await withCompany(worker, accounts)
  }
  reportComparisons("start", comparisons, options, { memory })
  printMemory(memory)
} finally {
  rmSync(home, { recursive: true, force: true })
}

/** A fairer neighbour, and a slower one: Node with all the packages we start with, as they lie in node_modules. */
async function compareWithPackages() {
  const packages = listPackages()
  const loaded = `${packages.map((name) => `import ${JSON.stringify(name)}`).join("\n")}\n${listen}`
  return [
    await comparePairs({
      name: `start to the first page / node with the same ${packages.length} imports`,
      unit: "ms",
      reference: () => withNode(loaded, start),
      subject: () => withCompany({}, start),
    }),
    await comparePairs({
      name: "idle API and worker / node with the same imports",
      unit: "MB",
      reference: () => withNode(loaded, idle),
      subject: () => withCompany(worker, idle),
    }),
  ]
}

/** Pages only where pages are served: elsewhere it is there when it says that it is. */
async function withCompany<Result>(
  settings: Record<string, string>,
  body: (program: Program) => Result | Promise<Result>,
): Promise<Result> {
  const path = settings["HOSTWELL_ROLES"] ? "/readyz" : "/"
  const program = await startCompany({ port: await findFreePort(), home, path, settings })
  try {
    return await body(program)
  } finally {
    await program.stop()
  }
}

async function withNode(text: string, body: (program: Program) => number | Promise<number>): Promise<number> {
  const port = await findFreePort()
  const program = await startProgram({
    text,
    words: [String(port)],
    settings: { NODE_ENV: "production" },
    answersAt: `http://localhost:${port}/`,
  })
  try {
    return await body(program)
  } finally {
    await program.stop()
  }
}

function start(program: Program): number {
  return program.startMs
}

async function idle(program: Program): Promise<number> {
  await pause(IDLE_AFTER_MS)
  return program.memoryMb()
}

async function accounts(program: Program): Promise<Accounts> {
  await pause(IDLE_AFTER_MS)
  return { program: readMemory(program.pid), database: readDatabaseMemory(home) }
}

interface Accounts {
  readonly program: Memory
  readonly database: Memory & { readonly processes: number }
}

function printMemory(memory: Record<string, Accounts>): void {
  console.log("\nMemory when idle (MB; pss divides what is shared among those who share it):")
  printTable(
    ["", "process", "rss", "pss"],
    Object.entries(memory).flatMap(([name, { program, database }]) => [
      [name, "Hostwell", program.rssMb.toFixed(0), program.pssMb.toFixed(0)],
      [
        "",
        `PostgreSQL (${database.processes} processes)`,
        database.rssMb.toFixed(0),
        database.pssMb.toFixed(0),
      ],
    ]),
  )
}
