import { expect, it, vi } from "vitest"
import { type Browser, type Connection, openStream } from "./open-stream.ts"

/** A browser's page that can be looked away from, and the connections it holds. */
function openPage() {
  const page = Object.assign(new EventTarget(), { hidden: false })
  const held = new Set<EventTarget>()
  class Source extends EventTarget {
    constructor() {
      super()
      held.add(this)
    }

    close(): void {
      held.delete(this)
    }
  }
  const browser: Browser = { page, connect: () => new Source() }
  const see = (isSeen: boolean) => {
    page.hidden = !isSeen
    page.dispatchEvent(new Event("visibilitychange"))
  }
  const say = (name: string) => {
    for (const source of held) source.dispatchEvent(new Event(name))
  }
  return { browser, held, see, say }
}

const deaf = { onValue: () => {}, onConnection: () => {} }

it("a page that nobody sees holds no connection, and has one again when it is seen", () => {
  const { browser, held, see } = openPage()
  const close = openStream("/api/v1/service-states", deaf, browser)
  expect(held.size).toBe(1)
  see(false)
  expect(held.size).toBe(0)
  see(true)
  expect(held.size).toBe(1)
  close()
  expect(held.size).toBe(0)
  see(true)
  expect(held.size).toBe(0)
})

it("what is over is not asked again when the page is seen again", () => {
  const { browser, held, see, say } = openPage()
  const onConnection = vi.fn<(connection: Connection) => void>()
  openStream("/api/v1/service-states", { ...deaf, onConnection }, browser)
  say("done")
  see(false)
  see(true)
  expect(held.size).toBe(0)
  expect(onConnection.mock.calls).toEqual([["ended"]])
})
