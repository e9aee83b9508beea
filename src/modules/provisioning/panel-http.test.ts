import { afterAll, expect, test } from "vitest"
import { createOutside } from "#kit/outside/outside.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import { serve } from "#kit/outside/testing.ts"
import { GiveUp, type OutsideCall, TryLater } from "#kit/work/define.ts"
import type { DriverCall } from "./drivers/driver.ts"
import { createPanelHttp } from "./panel-http.ts"

const outside = createOutside({ userAgent: "Hostwell tests" })
afterAll(() => outside.close())

const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent }

function callOf(notes: OutsideCall[]): DriverCall {
  return {
    log: silent,
    signal: new AbortController().signal,
    now: () => Temporal.Instant.from("2026-03-02T09:00:00Z"),
    note: (made) => notes.push(made),
  }
}

const request = { method: "POST", path: "/api/v1/servers", headers: {}, json: {} } as const

test("what our own guard refuses was never sent and never will be: a person must look", async () => {
  const plain = createPanelHttp(outside, { name: "panel", baseUrl: "http://panel.test" })
  await expect(plain.send(callOf([]), request)).rejects.toBeInstanceOf(GiveUp)
  const good = createPanelHttp(outside, { name: "panel", baseUrl: "https://panel.test" })
  const climbing = { ...request, path: "/api/v1/servers/%2e%2e/users" }
  await expect(good.send(callOf([]), climbing)).rejects.toBeInstanceOf(GiveUp)
})

test("a panel at an address of our own network is not called, and the operations list says unreachable", async () => {
  const notes: OutsideCall[] = []
  const inside = createPanelHttp(outside, { name: "panel", baseUrl: "https://169.254.169.254" })
  const failure = await inside.send(callOf(notes), request).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(OutsideError)
  expect(failure).toMatchObject({ kind: "not_sent" })
  expect(notes).toMatchObject([{ host: "panel", method: "POST", outcome: "unreachable" }])
})

test("a panel that is left alone after failures costs nobody a try: the work comes back when it rests no more", async () => {
  const server = await serve((response) => response.writeHead(500).end())
  const ill = createPanelHttp(outside, { name: "ill panel", baseUrl: server.url, allowPrivate: true })
  const notes: OutsideCall[] = []
  const ask = () => ill.send(callOf(notes), request).catch((error: unknown) => error)
  for (let failures = 0; failures < 5; failures++) expect(await ask()).toBeInstanceOf(OutsideError)
  const rested = await ask()
  expect(rested).toBeInstanceOf(TryLater)
  expect(rested).toMatchObject({ afterSeconds: 10 })
  expect(notes).toHaveLength(5)
  await server.close()
})
