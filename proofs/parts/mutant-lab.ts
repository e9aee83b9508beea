import { spawn } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { type Mutant, plantMutant } from "./mutant.ts"

/** A copy of the house to break things in; the packages are the same ones. */
export interface MutantLab extends Disposable {
  /** Runs the tests with the mutant planted, and takes it out again. */
  try(mutant: Mutant): Promise<TestRun>
  /** Runs tests in the house as it is. */
  run(files: readonly string[], named?: string): Promise<TestRun>
}

export interface TestRun {
  readonly passed: number
  readonly failed: readonly FailedTest[]
  readonly seconds: number
  /** The last words of a run that came to no result. */
  readonly words: string
}

export interface FailedTest {
  readonly name: string
  /** The first line of what it complained about. */
  readonly why: string
  /** It did not come to an end: that may be the bug, or a machine that is too busy. */
  readonly isTimeout: boolean
}

const root = resolve(import.meta.dirname, "../..")
const COPIED = [
  "bench",
  "bin",
  "docs",
  "e2e",
  "migrations",
  "proofs",
  "scenarios",
  "src",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
]

export function openMutantLab(): MutantLab {
  const home = mkdtempSync(join(tmpdir(), "hostwell-mutants-"))
  for (const name of COPIED) cpSync(join(root, name), join(home, name), { recursive: true })
  symlinkSync(join(root, "node_modules"), join(home, "node_modules"))
  return {
    try: async (mutant) => {
      const file = join(home, mutant.file)
      const text = readFileSync(file, "utf8")
      writeFileSync(file, plantMutant(mutant, text))
      try {
        return await runTests(home, mutant.tests, mutant.named)
      } finally {
        writeFileSync(file, text)
      }
    },
    run: (files, named) => runTests(home, files, named),
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true }),
  }
}

async function runTests(home: string, files: readonly string[], named?: string): Promise<TestRun> {
  const report = join(home, "report.json")
  rmSync(report, { force: true })
  const beganMs = performance.now()
  const words = await runVitest(home, [
    "run",
    "--no-color",
    "--reporter=json",
    `--outputFile=${report}`,
    // One that fails is enough; the others would only take their time.
    "--bail=1",
    ...(named ? ["--testNamePattern", escape(named)] : []),
    ...files,
  ])
  const seconds = (performance.now() - beganMs) / 1_000
  return { ...readReport(report), seconds, words: words.slice(-2_000) }
}

function runVitest(home: string, words: readonly string[]): Promise<string> {
  const said: string[] = []
  const child = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), ...words], {
    cwd: home,
    stdio: ["ignore", "pipe", "pipe"],
  })
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => said.push(String(data)))
  return new Promise((done, failed) => {
    child.once("error", failed)
    child.once("close", () => done(said.join("")))
  })
}

interface Report {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

function readReport(file: string): Pick<TestRun, "passed" | "failed"> {
  if (!existsSync(file)) return { passed: 0, failed: [] }
  const report = JSON.parse(readFileSync(file, "utf8")) as Report
  const all = report.testResults.flatMap((one) => one.assertionResults)
  const failed = all
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages }) => {
      const why = failureMessages[0]?.split("\n")[0] ?? ""
      return { name: fullName, why, isTimeout: why.includes("timed out in") }
    })
  return { passed: report.numPassedTests, failed }
}

/** A name of a test, not a pattern. */
function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}
