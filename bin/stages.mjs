import { spawn } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { nodeFlags } from "./node-flags.mjs"
import { inRoot, launchFile, root } from "./paths.mjs"
import { ensureProgramBuild } from "./program-build.mjs"
import { ensureWebBuild } from "./web-build.mjs"

/**
 * What has to hold before the tests: quick, and each says more than a failing test would. Those of one group run at the
 * same time: hardly any of them keeps two cores busy.
 */
export function listChecks(node) {
  return [
    [
      {
        name: "format",
        run: (say) =>
          runTool(node, ["@biomejs", "biome", "bin", "biome"], ["check", "--error-on-warnings"], say),
      },
    ],
    [
      { name: "types", run: (say) => checkTypes(node, say) },
      { name: "lint", run: (say) => runTool(node, ["oxlint", "bin", "oxlint"], lintWords(), say) },
      { name: "build", run: (say) => buildAll(node, say) },
    ],
  ]
}

export function testStage(node, words) {
  return [{ name: "tests", run: () => runTests(node, words) }]
}

/** Stops after the first group in which one fails: what comes after would only repeat it in longer words. */
export async function runStages(groups) {
  const outcomes = []
  for (const group of groups) {
    const ended = await Promise.all(group.map((stage) => runStage(stage, group.length > 1)))
    outcomes.push(...ended)
    if (!ended.every(({ isGood }) => isGood)) break
  }
  printSummary(outcomes)
  return outcomes.every(({ isGood }) => isGood) ? 0 : 1
}

/** One that runs beside others says all of its words at its end. */
async function runStage({ name, run }, isBeside) {
  const title = `\n── ${name}\n`
  const begin = performance.now()
  let held = title
  if (!isBeside) process.stdout.write(title)
  const outcome = await run(isBeside ? (words) => (held += words) : (words) => process.stdout.write(words))
  if (isBeside) process.stdout.write(held)
  return { name, seconds: (performance.now() - begin) / 1000, ...outcome }
}

function printSummary(outcomes) {
  console.log("")
  for (const { name, seconds, isGood } of outcomes) {
    console.log(`${isGood ? "ok    " : "FAILED"}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s`)
  }
  const passed = outcomes.reduce((sum, outcome) => sum + (outcome.passed ?? (outcome.isGood ? 1 : 0)), 0)
  const failed = outcomes.reduce((sum, outcome) => sum + (outcome.failed ?? (outcome.isGood ? 0 : 1)), 0)
  console.log(`\n${passed} passed, ${failed} failed`)
}

function lintWords() {
  // Rules that need types run where the type-aware linter is installed.
  const isTypeAware = existsSync(inRoot("node_modules", "oxlint-tsgolint", "package.json"))
  return isTypeAware ? ["--type-aware"] : []
}

async function checkTypes(node, say) {
  // The pages' route types are generated; without them a fresh clone has errors that are not there.
  if (existsSync(inRoot("src", "web", "routes.ts"))) {
    const outcome = await runTool(node, ["@react-router", "dev", "bin.cjs"], ["typegen"], say)
    if (!outcome.isGood) return outcome
  }
  return runTool(node, ["typescript", "bin", "tsc"], ["--noEmit"], say)
}

async function buildAll(node, say) {
  try {
    await ensureWebBuild(node)
    await ensureProgramBuild()
    return { isGood: true }
  } catch (error) {
    say(`${error.message}\n`)
    return { isGood: false }
  }
}

async function runTests(node, words) {
  const report = launchFile("test-report.json")
  rmSync(report, { force: true })
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  const { isGood } = await runTool(node, ["vitest", "vitest.mjs"], ["run", ...reporters, ...words])
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {}
  const failed = counts.numFailedTests ?? 0
  // A file that could not even be loaded, or an error between two tests, fails the run without failing a test.
  return { isGood, passed: counts.numPassedTests ?? 0, failed: isGood ? failed : Math.max(failed, 1) }
}

/** Without `say` its words go out as they come, in the colours it wants. */
function runTool(node, path, words, say) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [...nodeFlags, inRoot("node_modules", ...path), ...words], {
      cwd: root,
      stdio: say ? ["inherit", "pipe", "pipe"] : "inherit",
    })
    for (const stream of say ? [child.stdout, child.stderr] : []) stream.setEncoding("utf8").on("data", say)
    child.once("error", reject)
    child.once("close", (code) => resolve({ isGood: code === 0 }))
  })
}
