import { existsSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { findForbiddenLicences, type LockFile } from "./licences.ts"

const root = resolve(import.meta.dirname, "../../..")

describe("licences of what we link", () => {
  it("all of them let us hand Hostwell on under MIT", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as LockFile
    const production = Object.entries(lock.packages).filter(([path, entry]) => path !== "" && !entry.dev)
    expect(production.length).toBeGreaterThan(100)
    expect(findForbiddenLicences(lock, readLicence)).toEqual([])
  })

  it.each([
    ["AGPL-3.0-only", ["gifted: AGPL-3.0-only"]],
    ["GPL-3.0", ["gifted: GPL-3.0"]],
    ["SSPL-1.0", ["gifted: SSPL-1.0"]],
    ["MIT AND GPL-2.0", ["gifted: MIT AND GPL-2.0"]],
    [undefined, ["gifted: none stated"]],
    ["(MIT OR GPL-3.0)", []],
    ["Apache-2.0", []],
  ])("a planted package under %s is judged", (licence, expected) => {
    const lock = {
      packages: { "node_modules/gifted": {}, "node_modules/tool": { dev: true, license: "GPL-3.0" } },
    }
    expect(findForbiddenLicences(lock, () => licence)).toEqual(expected)
  })
})

function readLicence(path: string): string | undefined {
  const file = join(root, path, "package.json")
  if (!existsSync(file)) return undefined
  const { license } = JSON.parse(readFileSync(file, "utf8")) as { license?: string | { type?: string } }
  return typeof license === "object" ? license.type : license
}
