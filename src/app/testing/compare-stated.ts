import type { MountedPath } from "../http/parts.ts"

/** What is mounted and not stated, and what is stated and not mounted any more. */
export function compareWithStated<Path>(
  mounted: readonly Path[],
  stated: readonly Path[],
  nameOf: (path: Path) => string,
): { unstated: string[]; gone: string[] } {
  const there = new Set(mounted.map(nameOf))
  const said = new Set(stated.map(nameOf))
  return { unstated: [...there.difference(said)], gone: [...said.difference(there)] }
}

export function nameOfPath({ method, path }: MountedPath): string {
  // The stand-ins are a family of their own: their paths come and go with them.
  return `${method} ${path.replace(/^\/sandbox\/.+/, "/sandbox/*")}`
}
