import { globSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"

const css = readFileSync(resolve(import.meta.dirname, "app.css"), "utf8")
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
)

const grounds = ["surface", "canvas", "raised", "overlay"]
const tones = ["good", "warn", "bad", "info", "accent"]

/** Text on what it stands on. */
const texts = [
  ...grounds.flatMap((ground) => ["ink", "muted", ...tones].map((text) => [text, ground] as const)),
  ...tones.flatMap((tone) => [[tone, `${tone}-soft`] as const, ["ink", `${tone}-soft`] as const]),
  ["accent-ink", "accent"] as const,
  ["accent-ink", "accent-strong"] as const,
  ["muted", "accent-soft"] as const,
]

/** Borders of controls, and figures of charts. */
const shapes = ["line-strong", "accent", "chart-1", "chart-2", "chart-3", "chart-4", "chart-5"].flatMap(
  (shape) => ["surface", "overlay"].map((ground) => [shape, ground] as const),
)

describe.each(["light", "dark"] as const)("colours of the %s theme", (theme) => {
  it.each(texts)("%s can be read on %s", (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)("%s can be seen on %s", (shape, ground) => {
    expect(contrast(colour(shape, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})

it("nothing of the face depends on left and right: it can be mirrored", () => {
  const folder = resolve(import.meta.dirname)
  const physical =
    /(?<![\w-])-?(?:ml|mr|pl|pr|left|right|border-l|border-r|rounded-[lr]|text-left|text-right)(?:-[\w[\]./]+)?(?=[\s"'`])/
  expect(physical.test('className="ml-2"')).toBe(true)
  for (const file of listFiles(folder)) {
    const classes = [...readFileSync(file, "utf8").matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)]
    for (const [, plain, built] of classes) {
      expect(` ${plain ?? built} `, file).not.toMatch(physical)
    }
  }
})

function listFiles(folder: string): string[] {
  return globSync("**/*.tsx", { cwd: folder }).map((name) => resolve(folder, name))
}

function colour(name: string, theme: "light" | "dark"): string {
  const token = tokens.get(name)
  if (!token) throw new Error(`No token is called ${name}`)
  return token[theme]
}

/** WCAG 2.2, relative luminance. */
function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].toSorted((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
