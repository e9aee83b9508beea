import type { RouteConfigEntry } from "@react-router/dev/routes"
import routes from "#web/routes.ts"
import type { StatedPage } from "../http/stated-paths.ts"

/** Every address of the web, as its routes write it; the Korean ones are the same below /ko. */
export function listPages(): string[] {
  return routes.flatMap((route) => pathsOf(route, ""))
}

/** Those that are read in a browser: no downloads, no streams. */
export function listShownPages(): string[] {
  return routes.flatMap((route) => pathsOf(route, "", (file) => file.endsWith(".page.tsx")))
}

function pathsOf(
  { path, index, file, children }: RouteConfigEntry,
  base: string,
  isWanted: (file: string) => boolean = () => true,
): string[] {
  const here = [base, path].filter(Boolean).join("/")
  if (children) return children.flatMap((child) => pathsOf(child, here, isWanted))
  return (path !== undefined || index) && isWanted(file) ? [here] : []
}

export interface PageReader {
  readonly name: "visitor" | "customer"
  readonly cookie: string | undefined
}

/** Comes to every page's door as somebody it is not for: what went wrong, in words. */
export async function tryPageDoors(
  pages: readonly StatedPage[],
  readers: readonly PageReader[],
  get: (path: string, cookie: string | undefined) => Promise<Response>,
): Promise<string[]> {
  const faults: string[] = []
  for (const { path, who } of pages) {
    if (who === "everyone") continue
    for (const { name, cookie } of readers) {
      if (name === "customer" && who === "members") continue
      const answer = await get(`/${path.replaceAll(/:\w+/g, "audit")}`, cookie)
      const to = answer.headers.get("location") ?? ""
      const isTurnedAway = name === "visitor" ? to.startsWith("/sign-in?to=") : answer.status === 403
      // The start of portal and admin only leads on; what it leads to is tried by itself.
      const leadsOn = answer.status === 302 && (path === "portal" || path === "admin")
      if (!isTurnedAway && !leadsOn) faults.push(`/${path} as ${name}: ${answer.status} ${to}`)
    }
  }
  return faults
}
