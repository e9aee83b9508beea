import { listShownPages } from "./page-doors.ts"

/** Where each looks: what a visitor, a customer and a member of staff come to on their own. */
const areas = {
  visitor: (path: string) =>
    !/^\/(portal|admin|orders|pay|add-method|sign-ons|prove|another-email)(\/|$)/.test(path),
  customer: (path: string) => /^\/(portal|orders|pay|prove|another-email)(\/|$)/.test(path),
  operator: (path: string) => /^\/(admin|sandbox\/parts)(\/|$)/.test(path),
} as const

export type Role = keyof typeof areas
export const roles = Object.keys(areas) as readonly Role[]

/** What its visitors' links don't lead to: addresses with something made up in them. */
const madeUp = ["/sign-in/elsewhere?because=turned_away", "/unsubscribe?token=made-up", "/no-such-page"]

/** Opened by themselves, without what leads to them, these answer 4xx: and say why. */
export const saysNo: ReadonlySet<string> = new Set([
  "/invitation",
  "/no-such-page",
  "/sign-in/allow",
  "/sign-in/connect",
  "/sign-in/elsewhere",
  "/sign-in/elsewhere?because=turned_away",
  "/sign-in/join",
  "/sign-in/onward",
  "/sign-in/trouble",
  "/sign-out/ask",
])

export interface PageExamples {
  readonly paths: readonly string[]
  /** Routes with a thing of its own in them that nothing leads to. */
  readonly unseen: readonly string[]
}

/**
 * Every route of an area: the fixed addresses, and for each with a thing of its own in it the first link to one. Links
 * are followed from page to page until there is an example of each.
 */
export async function findExamples(
  role: Role,
  acted: readonly string[],
  linksOf: (path: string) => Promise<readonly string[]>,
): Promise<PageExamples> {
  const routes = listShownPages()
    .map((path) => `/${path}`)
    .filter(areas[role])
  const fixed = routes.filter((path) => !/[:*]/.test(path))
  const unseen = new Set(
    routes.filter((path) => path.includes(":") && !acted.some((one) => patternOf(path).test(one))),
  )
  const paths = [...fixed, ...acted, ...(role === "visitor" ? madeUp : [])]
  for (const path of paths) {
    if (unseen.size === 0) break
    for (const link of await linksOf(path)) {
      const [target = ""] = link.split(/[?#]/)
      const route = [...unseen].find((one) => patternOf(one).test(target) && !fixed.includes(target))
      if (!route || target.startsWith("/ko/")) continue
      unseen.delete(route)
      paths.push(target)
    }
  }
  return { paths, unseen: [...unseen] }
}

/** Routes that none of these addresses is an example of. */
export function listUnvisited(paths: readonly string[]): string[] {
  const routes = listShownPages().map((path) => `/${path}`)
  const visited = paths.map((path) => path.split("?")[0] ?? "")
  return routes.filter(
    (route) =>
      !route.includes("*") &&
      !visited.includes(route) &&
      (!route.includes(":") ||
        !visited.some((path) => !routes.includes(path) && patternOf(route).test(path))),
  )
}

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replaceAll(/:\w+/g, "[^/]+")}$`)
}
