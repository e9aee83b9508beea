import { spawn } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, inject, test } from "vitest"
import type { Comparison } from "./parts/pairs.ts"

const root = resolve(import.meta.dirname, "..")

/** By the program that runs them: those that need a running company share one, as do those that open shops themselves. */
const programs = {
  "bench/parts/short-round.ts": ["api", "pages", "sale", "sign-in", "beside"],
  "bench/parts/short-shops.ts": ["lists", "renewals", "figures", "dunning", "papers"],
  "bench/start.ts": ["start"],
}

test.each(Object.entries(programs))(
  "the benchmarks of %s still run and write their figures",
  async (program, names) => {
    const directory = await mkdtemp(join(tmpdir(), "hostwell-bench-test-"))
    try {
      const { code, words } = await run([
        program,
        "--short",
        "--json",
        directory,
        "--cluster",
        inject("testClusterUrl"),
      ])
      expect(code, words).toBe(0)
      expect(words.split("median ratio")).toHaveLength(names.length + 1)
      for (const name of names) {
        const { comparisons } = JSON.parse(await readFile(join(directory, `${name}.json`), "utf8")) as {
          comparisons: Comparison[]
        }
        expect(comparisons.length).toBeGreaterThan(0)
        for (const one of comparisons) expect(one.medianRatio, one.name).toBeGreaterThan(0)
      }
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  },
  240_000,
)

function run(words: readonly string[]): Promise<{ code: number | null; words: string }> {
  const warnings = pathToFileURL(join(root, "bin/known-warnings.mjs")).href
  // The runner's own settings would make it another program.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  const child = spawn(process.execPath, ["--import", warnings, ...words], { cwd: root, env })
  let said = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk
    })
  }
  return new Promise((resolveEnded, reject) => {
    child.once("error", reject)
    child.once("close", (code) => resolveEnded({ code, words: said }))
  })
}
