/** A line of two values laid over each other. */
export interface JsonLine {
  readonly kind: "same" | "added" | "removed" | "changed"
  readonly depth: number
  /** `"name": ` or nothing. */
  readonly name: string
  /** What stands there; of a changed line what stood there before. */
  readonly text: string
  /** Of a changed line alone. */
  readonly newText?: string
}

type Place = Pick<JsonLine, "depth" | "name">

/** Two values as one text, line by line: a name that both have stands once, whatever the order. */
export function compareJson(before: unknown, after: unknown, place: Place = top): JsonLine[] {
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    const inner = names.flatMap((name) => {
      const here = { depth: place.depth + 1, name: `${JSON.stringify(name)}: ` }
      if (!Object.hasOwn(before, name)) return linesOf(after[name], "added", here)
      if (!Object.hasOwn(after, name)) return linesOf(before[name], "removed", here)
      return compareJson(before[name], after[name], here)
    })
    return around(place, "{", inner, "}")
  }
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, place)
  const [text, newText] = [JSON.stringify(before), JSON.stringify(after)]
  if (text === newText) return linesOf(after, "same", place)
  if (isPlain(before) && isPlain(after)) return [{ ...place, kind: "changed", text, newText }]
  return [...linesOf(before, "removed", place), ...linesOf(after, "added", place)]
}

const top: Place = { depth: 0, name: "" }

/** What both begin and end with stays; between, place by place, and what one has more. */
function compareLists(before: readonly unknown[], after: readonly unknown[], place: Place): JsonLine[] {
  const [old, now] = [before.map((one) => JSON.stringify(one)), after.map((one) => JSON.stringify(one))]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  const here = { depth: place.depth + 1, name: "" }
  const gone = before.slice(head, before.length - tail)
  const come = after.slice(head, after.length - tail)
  const both = Math.min(gone.length, come.length)
  const inner = [
    ...after.slice(0, head).flatMap((one) => linesOf(one, "same", here)),
    ...gone.slice(0, both).flatMap((one, index) => compareJson(one, come[index], here)),
    ...gone.slice(both).flatMap((one) => linesOf(one, "removed", here)),
    ...come.slice(both).flatMap((one) => linesOf(one, "added", here)),
    ...after.slice(after.length - tail).flatMap((one) => linesOf(one, "same", here)),
  ]
  return around(place, "[", inner, "]")
}

function around({ depth, name }: Place, open: string, inner: JsonLine[], close: string): JsonLine[] {
  if (inner.length === 0) return [{ kind: "same", depth, name, text: open + close }]
  const first = { kind: "same", depth, name, text: open } as const
  return [first, ...inner, { kind: "same", depth, name: "", text: close }]
}

function linesOf(value: unknown, kind: JsonLine["kind"], { depth, name }: Place): JsonLine[] {
  const lines = (JSON.stringify(value, null, 1) ?? "null").split("\n")
  return lines.map((line, index) => {
    const text = line.trimStart()
    return { kind, depth: depth + line.length - text.length, name: index === 0 ? name : "", text }
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null
}
