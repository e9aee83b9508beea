import { matchRoutes, type RouteObject, type ServerBuild } from "react-router"
import { beforeAll, describe, expect, it } from "vitest"
import { createNearRoutes, type NearRoutes } from "./near-routes.ts"
import type { PageBuild } from "./server.ts"
import { loadBuild } from "./testing.ts"

let build: PageBuild
let near: NearRoutes
beforeAll(async () => {
  build = await loadBuild()
  near = createNearRoutes(build)
})

type Routes = ServerBuild["routes"]

/** What React Router would have all routes to choose from, as its own handler orders them. */
function treeOf(routes: Routes, parentId = ""): RouteObject[] {
  return Object.values(routes)
    .filter((route) => route !== undefined)
    .filter((route) => (route.parentId ?? "") === parentId)
    .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: treeOf(routes, id) }))
}

function lineIn(tree: RouteObject[], path: string): string[] | undefined {
  return matchRoutes(tree, path)?.map(({ route }) => route.id ?? "")
}

/** Each route's own address, with something in the place of what varies, and everything that may stand beside it. */
function someAddresses(): string[] {
  const paths = Object.keys(build.routes).map((id) => {
    const words: string[] = []
    for (let route = build.routes[id]; route; route = build.routes[route.parentId ?? ""]) {
      words.unshift(...(route.path ?? "").split("/").filter(Boolean))
    }
    return `/${words.join("/")}`
  })
  const filled = paths.flatMap((path) => ["new", "x1"].map((word) => path.replaceAll(/:\w+|\*/g, word)))
  return [...new Set(filled.flatMap((path) => [path, `${path}/beyond`, path.toUpperCase()]))]
}

describe("the routes near an address", () => {
  it("hold the very line that React Router finds among all of them", () => {
    const addresses = someAddresses()
    expect(addresses.length).toBeGreaterThan(500)
    const all = treeOf(build.routes)
    for (const path of addresses) {
      const { routes } = near.buildFor(near.keyOf(path))
      expect([path, lineIn(treeOf(routes), path)]).toEqual([path, lineIn(all, path)])
    }
  })

  it("are few, also for the data of a page and for its Korean address", () => {
    const all = Object.keys(build.routes).length
    for (const path of ["/", "/portal/services", "/ko/admin/orders", "/admin/orders.data", "/ko/_.data"]) {
      const some = Object.keys(near.buildFor(near.keyOf(path)).routes)
      expect([path, some.length < all / 10]).toEqual([path, true])
    }
    expect(near.keyOf("/ko/portal/services/svc_1.data")).toBe(near.keyOf("/portal/services/svc_2"))
  })

  it("are all routes where browsers ask for the list of them", () => {
    for (const path of ["/__manifest", "/ko/__manifest"]) {
      expect(near.buildFor(near.keyOf(path)).routes).toBe(build.routes)
    }
  })

  it("need no more handlers than there are routes, whatever is asked for", () => {
    const made = new Set(Array.from({ length: 5_000 }, (_, turn) => near.keyOf(`/portal/${turn}/x`)))
    for (let turn = 0; turn < 5_000; turn++) made.add(near.keyOf(`/${turn}/portal`))
    expect(made.size).toBe(2)
  })
})
