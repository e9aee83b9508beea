import type { ServerBuild } from "react-router"
import { expect, it } from "vitest"
import { listAgain, withUnsentData } from "./unsent-data.ts"

type Loader = (given: never) => Promise<unknown>

function buildWith(loader: Loader, handle?: { readonly hydrates: boolean }): ServerBuild {
  const page = { id: "page", module: { default: () => null, loader, handle } }
  return { routes: { page } } as unknown as ServerBuild
}

async function load(build: ServerBuild): Promise<unknown> {
  const loader = build.routes["page"]?.module.loader as Loader
  return loader({} as never)
}

it("hides what a page is rendered from while it would be written down, and nothing of it from the page", async () => {
  const given = { name: "Start", plans: [{ id: 1 }] }
  const data = (await load(withUnsentData(buildWith(async () => given)))) as typeof given
  expect(Object.keys(data)).toEqual([])
  expect(data.plans[0]?.id).toBe(1)
  listAgain({ page: data, root: null })
  expect(data).toEqual(given)
  expect(given).toEqual({ name: "Start", plans: [{ id: 1 }] })
})

it("leaves alone what runs in the browser, and answers that are no data", async () => {
  const build = buildWith(async () => ({ name: "Start" }), { hydrates: true })
  expect(withUnsentData(build)).toBe(build)
  const answer = new Response("elsewhere")
  expect(await load(withUnsentData(buildWith(async () => answer)))).toBe(answer)
  expect(await load(withUnsentData(buildWith(async () => [1, 2])))).toEqual([1, 2])
})
