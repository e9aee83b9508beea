import type { Rule, SourceTree, Violation } from "./tree.ts"

/** No file may reach itself by imports, type imports counted: a knot of types is a knot. */
export const cyclesRule: Rule = {
  name: "no-import-cycles",
  check: (tree) =>
    findKnots(tree).map((knot): Violation => {
      const path = knot[0] ?? ""
      return {
        rule: "no-import-cycles",
        path,
        line: 1,
        words: `These files import each other: ${knot.join(", ")}.`,
      }
    }),
}

/** Tarjan's strongly connected components, with its own stack so a deep graph can't end ours. */
function findKnots(tree: SourceTree): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const knots: string[][] = []
  const nextOf = (path: string) => (tree.files.get(path)?.edges ?? []).map((edge) => edge.target)

  for (const root of tree.files.keys()) {
    if (order.has(root)) continue
    const visits = [{ path: root, next: nextOf(root), at: 0 }]
    enter(root)
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const target = visit.next[visit.at++]
      if (visit.at > visit.next.length) {
        visits.pop()
        const parent = visits.at(-1)
        if (parent) lower(parent.path, low.get(visit.path))
        if (low.get(visit.path) === order.get(visit.path)) close(visit.path)
      } else if (target !== undefined && tree.files.has(target)) {
        if (!order.has(target)) {
          enter(target)
          visits.push({ path: target, next: nextOf(target), at: 0 })
        } else if (isOpen.has(target)) lower(visit.path, order.get(target))
      }
    }
  }
  return knots

  function enter(path: string): void {
    order.set(path, order.size)
    low.set(path, order.size - 1)
    open.push(path)
    isOpen.add(path)
  }

  function lower(path: string, value: number | undefined): void {
    low.set(path, Math.min(low.get(path) ?? 0, value ?? Number.POSITIVE_INFINITY))
  }

  function close(path: string): void {
    const knot = open.splice(open.indexOf(path))
    for (const member of knot) isOpen.delete(member)
    if (knot.length > 1 || nextOf(path).includes(path)) knots.push(knot.sort())
  }
}
