import { existsSync, readFileSync } from "node:fs"
import { SourceMap } from "node:module"
import { fileURLToPath } from "node:url"

/** A place in the built program: "file:///…/program-1f…/main.mjs:120:7". */
const BUILT_PLACE = /(file:\/\/\/[^\s()]+\/program-[0-9a-f]+\/[\w.-]+\.mjs):(\d+):(\d+)/g

/**
 * The stack with the sources' files and lines. Node could do it by itself, but with every map in memory from the
 * start, 60 MB of them; here one is read when the first error needs it, and may be forgotten again.
 */
export function readableStack(stack: string): string {
  return stack.replace(BUILT_PLACE, (place, url: string, line: string, column: string) => {
    const origin = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1)
    if (!origin || !("originalSource" in origin)) return place
    return `${new URL(origin.originalSource, url).href}:${origin.originalLine + 1}:${origin.originalColumn + 1}`
  })
}

const maps = new Map<string, WeakRef<SourceMap>>()

function mapOf(url: string): SourceMap | undefined {
  const known = maps.get(url)?.deref()
  if (known) return known
  const file = `${fileURLToPath(url)}.map`
  if (!existsSync(file)) return undefined
  const map = new SourceMap(
    JSON.parse(readFileSync(file, "utf8")) as ConstructorParameters<typeof SourceMap>[0],
  )
  maps.set(url, new WeakRef(map))
  return map
}
