import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { build } from "esbuild"
import { expect, test } from "vitest"
import { readableStack } from "./readable-stack.ts"

test("a stack from the built program names the sources' files and lines", async () => {
  const place = await mkdtemp(join(tmpdir(), "hostwell-stack-"))
  try {
    const source = join(place, "thrower.ts")
    await writeFile(
      source,
      "interface Nothing {}\n\nexport function fail() {\n  throw new Error('as planned')\n}\n",
    )
    const outdir = join(place, "program-0123456789abcdef")
    await mkdir(outdir)
    await build({
      entryPoints: [source],
      outdir,
      outExtension: { ".js": ".mjs" },
      format: "esm",
      sourcemap: "linked",
    })
    const built = join(outdir, "thrower.mjs")
    const lines = (await readFile(built, "utf8")).split("\n")
    const line = lines.findIndex((words) => words.includes("new Error"))
    const at = (row: number, column: number) => `    at fail (${pathToFileURL(built).href}:${row}:${column})`
    const column = (lines[line] ?? "").indexOf("new Error")
    expect(readableStack(at(line + 1, column + 1))).toBe(`    at fail (${pathToFileURL(source).href}:4:9)`)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
})

test("what is no place in the built program stays as it is", () => {
  const words = "Error: no\n    at run (file:///srv/hostwell/src/app/main.ts:3:9)\n    at node:internal/x:1:1"
  expect(readableStack(words)).toBe(words)
  const gone = "    at run (file:///srv/hostwell/.hostwell/launch/program-0123456789abcdef/main.mjs:3:9)"
  expect(readableStack(gone)).toBe(gone)
})
