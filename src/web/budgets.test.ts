import { globSync, readFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { gzipSync } from "node:zlib"
import { beforeAll, describe, expect, it } from "vitest"
import { languages } from "./i18n/languages.ts"
import { assetsIn, type PageBuild } from "./server.ts"
import { emptyShopHandler, loadBuild } from "./testing.ts"

const client = resolve(import.meta.dirname, "../../build/client")

/** What a page of portal or admin may load before it can be used. */
const hydratedBudget = 130 * 1_024
/** The one module of a shop page. */
const pageScriptBudget = 10 * 1_024

describe("bytes of script", () => {
  let build: PageBuild

  beforeAll(async () => {
    build = await loadBuild()
  })

  it("only portal and admin hydrate", () => {
    const hydrating = Object.values(build.routes).filter((route) => {
      const handle = route?.module.handle as { hydrates?: boolean } | undefined
      return handle?.hydrates
    })
    expect(hydrating.map((route) => route?.id).toSorted()).toEqual([
      "admin/layout.page",
      "portal/layout.page",
      "sandbox/parts.page",
    ])
  })

  it.each([
    "/",
    "/ko",
    "/products",
    "/news",
    "/guides",
    "/ko/about",
    "/contact",
    "/sign-in",
    "/terms",
    "/ko/privacy",
    "/cart",
    "/checkout",
    "/no-such-page",
  ])("%s ships no framework script", async (path) => {
    const html = await (await emptyShopHandler(build)(new Request(`http://shop.test${path}`))).text()
    // Structured data stands in script elements too, and runs nothing.
    const scripts = [...html.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g)].map(([tag]) => tag)
    expect(scripts).toHaveLength(1)
    expect(scripts[0]).toMatch(/src="\/assets\/page-[\da-f]{10}\.js"/)
    expect(html).not.toContain("modulepreload")
    expect(html).not.toContain("__reactRouter")
  })

  it("what makes a page live leaves the line to what it is painted with", async () => {
    const html = await (await emptyShopHandler(build)(new Request("http://shop.test/sandbox/parts"))).text()
    const early = [...html.matchAll(/<link rel="modulepreload"[^>]*>/g)].map(([tag]) => tag)
    expect(early.length).toBeGreaterThan(3)
    for (const tag of early) expect(tag).toContain('fetchpriority="low"')
  })

  it("the shop's own module is small", () => {
    const [file = ""] = globSync("assets/page-??????????.js", { cwd: client }).filter((name) =>
      /page-[\da-f]{10}\.js$/.test(name),
    )
    expect(gzipped(file)).toBeLessThan(pageScriptBudget)
  })

  it("each language's scripts are whole: what they load later is there, in the same language", () => {
    const scripts = globSync("assets/**/*.js", { cwd: client })
    expect(scripts.some((file) => file.startsWith("assets/ko/"))).toBe(true)
    for (const file of scripts) {
      const code = readFileSync(resolve(client, file), "utf8")
      expect(code, file).not.toContain("__VITE_PRELOAD__")
      for (const [, name = ""] of code.matchAll(/import\(`\.\/([\w.-]+\.js)`\)/g)) {
        expect(scripts, `${file} loads ${name}`).toContain(`${dirname(file)}/${name}`)
      }
    }
  })

  it.each(languages)("a page of portal or admin stays within its budget (%s)", (language) => {
    const sizes = pagesOf({ ...build, assets: assetsIn(build.assets, language) }).map(
      ({ id, files, told }) => ({
        id,
        bytes: files.reduce((whole, file) => whole + gzipped(file), gzipSync(told).byteLength),
      }),
    )
    const table = sizes.map(({ id, bytes }) => `${(bytes / 1_024).toFixed(1).padStart(7)} kB  ${id}`)
    process.stdout.write(`First load of script (${language}), gzip:\n${table.join("\n")}\n`)
    expect(sizes.length).toBeGreaterThan(10)
    for (const { id, bytes } of sizes) expect(bytes, id).toBeLessThan(hydratedBudget)
  })
})

interface PageFiles {
  readonly id: string
  readonly files: readonly string[]
  /** What stands in the page itself of the routes it is made of; of others it is told once it is at rest. */
  readonly told: string
}

/** Each page with every script that is loaded for it: entry, its layouts, and itself. */
function pagesOf(build: PageBuild): PageFiles[] {
  const { entry, routes } = build.assets
  const pageIds = Object.keys(routes).filter((id) => /^(portal|admin)\/.+\/.+\.page$/.test(id))
  return pageIds.map((id) => {
    const files = new Set([entry.module, ...entry.imports])
    const own = []
    for (let route = routes[id]; route; route = route.parentId ? routes[route.parentId] : undefined) {
      own.push(route)
      for (const file of [route.module, ...(route.imports ?? [])]) files.add(file)
    }
    return { id, files: [...files].map((file) => file.replace(/^\//, "")), told: JSON.stringify(own) }
  })
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(resolve(client, file))).byteLength
}
