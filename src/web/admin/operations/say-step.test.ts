import { globSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import { sayIn } from "../../i18n/say.ts"
import { sayStep } from "./say-step.ts"
import { words } from "./step.words.ts"

const modules = resolve(import.meta.dirname, "../../../modules")
const STEP =
  /\bwork\s*\.(?:record|call|poll|waitUntil)\(\s*(?:"([^"]+)"|`([^`]+)`)|\binChunks\(work, "([^"]+)"/g

/** As the modules write them; what is put into them are chunks' numbers and ids. */
function writtenSteps(): string[] {
  const files = globSync("*/*.ts", { cwd: modules }).filter((file) => !file.endsWith(".test.ts"))
  const names = files.flatMap((file) =>
    [...readFileSync(resolve(modules, file), "utf8").matchAll(STEP)].map(([, plain, filled, chunk]) =>
      chunk ? `${chunk} 1` : (plain ?? filled ?? "").replace(/\$\{.*\}/, "1"),
    ),
  )
  // The loop of the chunks itself.
  return [...new Set(names)].filter((name) => name !== "1")
}

test("every step that work takes is said in both languages", () => {
  const written = writtenSteps()
  expect(written.length).toBeGreaterThan(50)
  for (const name of written) {
    expect(sayStep(sayIn(words, "ko"), name), name).toMatch(/\p{Script=Hangul}/u)
  }
})

test("which of its kind it is stands behind; a strange one keeps its name", () => {
  const say = sayIn(words, "en")
  expect(sayStep(say, "list invoices 3")).toBe("List the invoices (3)")
  expect(sayStep(say, "apply-plan-2")).toBe("Request the plan change on the panel (2)")
  expect(sayStep(say, "of-another-release")).toBe("of another release")
})
