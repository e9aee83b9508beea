import { afterEach, expect, it, vi } from "vitest"
import { type Connection, openStream } from "./open-stream.ts"

afterEach(() => vi.unstubAllGlobals())

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
  vi.stubGlobal("document", page)
  vi.stubGlobal("EventSource", Source)
  const see = (isSeen: boolean) => {
    page.hidden = !isSeen
    page.dispatchEvent(new Event("visibilitychange"))
  }
  const say = (name: string) => {
    for (const source of held) source.dispatchEvent(new Event(name))
  }
  return { held, see, say }
}

const deaf = { onValue: () => {}, onConnection: () => {} }

it("a page that nobody sees holds no connection, and has one again when it is seen", () => {
  const { held, see } = openPage()
  const close = openStream("/api/v1/service-states", deaf)
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
  const { held, see, say } = openPage()
  const onConnection = vi.fn<(connection: Connection) => void>()
  openStream("/api/v1/service-states", { ...deaf, onConnection })
  say("done")
  see(false)
  see(true)
  expect(held.size).toBe(0)
  expect(onConnection.mock.calls).toEqual([["ended"]])
})
