import { execFile } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const root = resolve(import.meta.dirname, "../..")
const run = promisify(execFile)

/** A planted file for each rule that must never fall asleep; oxlint's own name of the rule. */
const plants: readonly (readonly [rule: string, text: string])[] = [
  ["typescript(no-floating-promises)", "async function save() {}\nexport function act() {\n  save()\n}"],
  [
    "typescript(no-misused-promises)",
    "async function isPaid() {\n  return false\n}\nexport const words = () => (isPaid() ? 'paid' : 'open')",
  ],
  ["typescript(await-thenable)", "export async function act() {\n  await 1\n}"],
  ["typescript(no-explicit-any)", "export const answer: any = 1"],
  ["typescript(only-throw-error)", "export function act() {\n  throw 'no'\n}"],
  [
    "typescript(switch-exhaustiveness-check)",
    "export function say(state: 'open' | 'paid') {\n  switch (state) {\n    case 'open':\n      return 1\n  }\n  return 2\n}",
  ],
  [
    "typescript(return-await)",
    "async function save() {}\nexport async function act() {\n  try {\n    return save()\n  } catch (error) {\n    throw new Error('x', { cause: error })\n  }\n}",
  ],
  ["typescript(no-non-null-assertion)", "export const first = (list: string[]) => list[0]!"],
  ["typescript(ban-ts-comment)", "// @ts-ignore\nexport const a: number = 'a'"],
  ["typescript(consistent-type-imports)", "import { Stats } from 'node:fs'\nexport type Size = Stats"],
  ["import(no-default-export)", "export default 1"],
  ["eslint(no-console)", "console.log('x')\nexport {}"],
  ["eslint(no-empty)", "try {\n  JSON.parse('')\n} catch {}\nexport {}"],
  ["eslint(no-eval)", "export const a = eval('1')"],
  ["eslint(eqeqeq)", "export const a = (b: unknown) => b == 1"],
  ["eslint(max-lines)", `export const list = [\n${"  1,\n".repeat(300)}]`],
  ["eslint(max-lines-per-function)", `export function act(call: () => void) {\n${"  call()\n".repeat(70)}}`],
]

/** Where oxlint looks at a file's name or neighbours. */
const otherPlants: readonly (readonly [rule: string, path: string, text: string])[] = [
  ["import(no-cycle)", "src/knot/a.ts", "import type { B } from './b.ts'\nexport type A = { b: B }"],
  ["import(no-cycle)", "src/knot/b.ts", "import type { A } from './a.ts'\nexport type B = { a?: A }"],
  ["jsx-a11y(alt-text)", "src/web/picture.tsx", "export const Picture = () => <img src='a.png' />"],
  [
    "vitest(no-focused-tests)",
    "src/focus.test.ts",
    "import { expect, it } from 'vitest'\nit.only('x', () => {\n  expect(1).toBe(1)\n})",
  ],
  ["vitest(expect-expect)", "src/empty.test.ts", "import { it } from 'vitest'\nit('x', () => {})"],
]

const files = [
  ...plants.map(([rule, text], index) => [rule, `src/plant-${index}.ts`, text] as const),
  ...otherPlants,
]

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hostwell-lint-"))
  for (const name of [".oxlintrc.json", "biome.json", "tsconfig.json"])
    cpSync(join(root, name), join(folder, name))
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"))
  for (const [, path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${text}\n`)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("each lint rule has been seen to fail", () => {
  interface Diagnostic {
    readonly code: string
    readonly filename: string
  }
  let found: readonly Diagnostic[] = []
  beforeAll(async () => {
    const { output } = await runTool("oxlint", ["--format=json", "src"])
    found = (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics
  })

  it.each(files)("%s in %s", (rule, path) => {
    expect(found.filter((one) => one.filename === path).map((one) => one.code)).toContain(rule)
  })

  it("and finds nothing in a file that is right", async () => {
    writeFileSync(join(folder, "right.ts"), "export const one = 1\n")
    expect((await runTool("oxlint", ["right.ts"])).code).toBe(0)
  })
})

describe("the formatter and the compiler have been seen to fail", () => {
  it("biome: a badly laid out file", async () => {
    writeFileSync(join(folder, "laid-out.ts"), "export const one = 1\n")
    writeFileSync(join(folder, "loose.ts"), "export const  one=1;\n")
    expect((await runTool("biome", ["ci", "--vcs-enabled=false", "laid-out.ts"])).code).toBe(0)
    expect((await runTool("biome", ["ci", "--vcs-enabled=false", "loose.ts"])).code).toBe(1)
  })

  it("tsc: an enum, which node can't strip, and an index that may be absent", async () => {
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: `${root}/tsconfig.json`,
        compilerOptions: { rootDirs: [], types: ["node"] },
        include: ["*.ts"],
      }),
    )
    writeFileSync(
      join(folder, "wrong.ts"),
      "export enum State {\n  open,\n}\nexport const first: string = ['a'][0]\n",
    )
    const { output, code } = await runTool("tsc", ["--noEmit", "-p", folder])
    expect(code).not.toBe(0)
    expect(output).toMatch(/wrong\.ts\(1,13\): error TS1294/)
    expect(output).toMatch(/wrong\.ts\(4,14\): error TS2322/)
  })
})

/** The exit code is the answer here, so a failing tool is no failing test. */
async function runTool(name: string, args: string[]): Promise<{ output: string; code: number }> {
  try {
    const { stdout } = await run(join(root, "node_modules/.bin", name), args, {
      cwd: folder,
      maxBuffer: 8_000_000,
    })
    return { output: stdout, code: 0 }
  } catch (error) {
    const failed = error as { stdout?: string; code?: number }
    if (typeof failed.code !== "number") throw error
    return { output: failed.stdout ?? "", code: failed.code }
  }
}
