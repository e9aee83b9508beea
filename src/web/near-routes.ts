import type { ServerBuild } from "react-router"
import { withoutLanguage } from "./i18n/languages.ts"

/**
 * A page is looked for among the routes that begin like its address. React Router walks through all of them some five
 * times for each page it renders; with two hundred that costs as much as the rendering. Which one fits is for React
 * Router to say, as ever: here a route is left out only when it cannot be meant.
 */
export interface NearRoutes {
  /** Addresses with the same key have the same routes near them. There are no more keys than routes. */
  keyOf(pathname: string): string
  buildFor(key: string): ServerBuild
}

/** For the list of routes, which browsers ask for, and for addresses that begin like none. */
const ALL = "all"

export function createNearRoutes(build: ServerBuild): NearRoutes {
  const lines = linesOf(build.routes)
  const plain = new Set(lines.flatMap(({ words: [one = "", two = ""] }) => [one, `${one}/${two}`]))
  return {
    keyOf: (pathname) => {
      const [one = "", two = ""] = wordsOf(pathname)
      if (!plain.has(one)) return ALL
      return `${one}/${two === "" || plain.has(`${one}/${two}`) ? two : OTHER}`
    },
    buildFor: (key) => {
      if (key === ALL) return build
      const asked = key.split("/")
      const ids = new Set(lines.filter(({ words }) => isNear(words, asked)).flatMap((line) => line.ids))
      return {
        ...build,
        routes: only(build.routes, ids),
        assets: { ...build.assets, routes: only(build.assets.routes, ids) },
      }
    },
  }
}

/** A word of an address that no route says. Nothing in an address looks like it once its slashes are gone. */
const OTHER = "?"

/** The first two words decide; a third never makes a route fit that did not. */
function isNear(words: readonly string[], asked: readonly string[]): boolean {
  for (const place of [0, 1]) {
    const [word = "", wanted = ""] = [words[place], asked[place]]
    if (word === "*" || word.endsWith("?")) return true
    const fits = word.startsWith(":") ? wanted !== "" : word === wanted
    if (!fits) return false
  }
  return true
}

interface Line {
  /** From the root down to a page or a file. */
  readonly ids: readonly string[]
  readonly words: readonly string[]
}

function linesOf(routes: ServerBuild["routes"]): Line[] {
  const known = Object.values(routes).filter((route) => route !== undefined)
  const parents = new Set(known.map((route) => route.parentId))
  return known
    .filter((route) => !parents.has(route.id))
    .map((end) => {
      const ids: string[] = []
      const words: string[] = []
      for (let route: typeof end | undefined = end; route; route = routes[route.parentId ?? ""]) {
        ids.unshift(route.id)
        words.unshift(...split(route.path ?? ""))
      }
      return { ids, words }
    })
}

/** As React Router reads an address: without the language, without ".data", in any case of letters. */
function wordsOf(pathname: string): string[] {
  const page = withoutLanguage(pathname)
    .replace(/\/_\.data$/, "/")
    .replace(/\.data$/, "")
  // What is written in percents is another word than it reads as: it begins like none.
  return split(page)
}

function split(path: string): string[] {
  return path
    .toLowerCase()
    .split("/")
    .filter((word) => word !== "")
}

function only<Value>(all: Record<string, Value>, ids: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
}
