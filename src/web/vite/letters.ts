import { createHash } from "node:crypto"
import { existsSync, globSync } from "node:fs"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { resolve } from "node:path"
import subsetFont from "subset-font"
import type { Plugin } from "vite"

/**
 * The letters of our own words, in two files that every page can have before it is painted: what Latin needs, and the
 * syllables that our Korean words are written with. The whole font has 11,172 syllables in 92 files, of which a Korean
 * page took some 25 files of 35 kB; they are still there for names and texts that people write (letters-rest.css).
 */
export function letters(): Plugin {
  return {
    name: "hostwell-letters",
    config: writeLetters,
    resolveId: (source) => (source === MODULE ? `\0${MODULE}` : null),
    load: (id) => (id === `\0${MODULE}` ? addresses : null),
  }
}

const MODULE = "virtual:letters"
const root = resolve(import.meta.dirname, "../../..")
const folder = resolve(root, ".hostwell/letters")
const font = resolve(root, "node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2")

const addresses = ["korean", "latin"]
  .map((name) => `export { default as ${name}Letters } from "${resolve(folder, name)}.woff2?url"\n`)
  .join("")

/** Printable ASCII and Latin-1, what sentences and tables add to them, and the name of the other language. */
const latin = `${range(0x20, 0x7f)}${range(0xa0, 0x100)}‘’“”–—…·•′″€₩←→↑↓⌘✓×−한국어`

/** What a page is set with; the font's many alternate shapes would double it. */
const shape = {
  targetFormat: "woff2",
  keepFeatures: ["kern", "mark", "ccmp", "locl", "calt", "tnum"],
  variationAxes: { wght: { min: 400, max: 700 } },
} as const

async function writeLetters(): Promise<void> {
  const korean = await readSyllables()
  const original = await readFile(font)
  const mark = createHash("sha256")
    .update(original)
    .update(JSON.stringify([latin, korean, shape]))
    .digest("hex")
  const marked = resolve(folder, "mark")
  if (existsSync(marked) && (await readFile(marked, "utf8")) === mark) return
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries({ latin, korean })) {
    await put(`${name}.woff2`, await subsetFont(original, text, shape))
  }
  await put("mark", mark)
}

/** Whatever stands anywhere in the program: words, refusals, mails, the demonstration's texts. */
async function readSyllables(): Promise<string> {
  const files = globSync("src/**/*.{ts,tsx}", { cwd: root })
  const texts = await Promise.all(files.map((file) => readFile(resolve(root, file), "utf8")))
  return [...new Set(texts.flatMap((text) => text.match(/[가-힣]/g) ?? []))].sort().join("")
}

/** Nobody reads half a file, however many builds there are at once. */
async function put(name: string, content: Uint8Array | string): Promise<void> {
  const draft = resolve(folder, `${name}.${process.pid}`)
  await writeFile(draft, content)
  await rename(draft, resolve(folder, name))
}

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from }, (_, index) => from + index))
}
