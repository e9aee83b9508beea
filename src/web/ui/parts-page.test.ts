import { expect, it } from "vitest"
import { emptyShopHandler, loadBuild } from "../testing.ts"
import { words } from "../words.ts"

/** The pattern book as it comes from the server, without what separates words. */
async function readParts(path = "/sandbox/parts"): Promise<string> {
  const handle = emptyShopHandler(await loadBuild(), {}, { isSandbox: true })
  const answer = await handle(new Request(`http://shop.test${path}`))
  expect(answer.status).toBe(200)
  return (await answer.text()).replaceAll(/<!-- -->|<wbr\/?>/g, "").replaceAll("&quot;", '"')
}

it("what a tooltip stands at is described by it", async () => {
  const html = await readParts()
  const [, id = ""] = /id="([^"]+)" role="tooltip"/.exec(html) ?? []
  expect(html).toMatch(new RegExp(`<button[^>]* aria-describedby="${id}"`))
})

it("fails as it is asked to, with the words of each failure", async () => {
  const handle = emptyShopHandler(await loadBuild(), {}, { isSandbox: true })
  const answer = await handle(new Request("http://shop.test/sandbox/parts?fail=429"))
  expect(answer.status).toBe(429)
  expect(await answer.text()).toContain(`<h1 class="text-2xl font-semibold">${words.en.busyTitle}</h1>`)
})

it("a difference is said in words and not by colour alone", async () => {
  const english = await readParts()
  expect(english).toMatch(/Changed:<\/span>.*?from .*?<del[^>]*>"Mina"<\/del>.*?<ins[^>]*>"Mina Kim"<\/ins>/s)
  expect(english).toMatch(/Removed:<\/span><span[^>]*>\s*"creditLimit": <del>0<\/del>/)
  const korean = await readParts("/ko/sandbox/parts")
  expect(korean).toMatch(/추가됨:<\/span>/)
})

it("shows what is seldom seen: failures, a lost connection, an empty table, kept views, fields refused and disabled", async () => {
  const html = await readParts()
  for (const words of ["Connection lost, trying again…", "No orders", "Overdue ones"]) {
    expect(html).toContain(words)
  }
  expect(html.match(/<fieldset disabled=""/g)).toHaveLength(1)
  const refused = html.slice(html.indexOf("All refused"), html.indexOf("All disabled"))
  expect(refused.match(/aria-invalid="true"/g)?.length).toBeGreaterThanOrEqual(10)
})
