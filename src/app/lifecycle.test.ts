import { expect, it } from "vitest"
import { silentLog } from "#kit/context.ts"
import { createLifecycle } from "./lifecycle.ts"

function begin(limitMilliseconds = 5_000) {
  const seen: string[] = []
  const lifecycle = createLifecycle({
    log: silentLog,
    limitMilliseconds,
    exit: (code) => seen.push(`exit ${code}`),
  })
  return { lifecycle, seen }
}

it("closes in reverse order, once, however often it is asked", async () => {
  const { lifecycle, seen } = begin()
  for (const name of ["database", "server", "workers"]) {
    lifecycle.onStop(name, async () => void seen.push(name))
  }
  expect(lifecycle.stopping.aborted).toBe(false)
  await Promise.all([lifecycle.stop("SIGINT"), lifecycle.stop("SIGTERM", 1)])
  expect(lifecycle.stopping.aborted).toBe(true)
  expect(seen).toEqual(["workers", "server", "database", "exit 0"])
})

it("closes the rest when one fails, and does not call that clean", async () => {
  const { lifecycle, seen } = begin()
  lifecycle.onStop("database", async () => void seen.push("database"))
  lifecycle.onStop("server", () => Promise.reject(new Error("no")))
  await lifecycle.stop("SIGINT")
  expect(seen).toEqual(["database", "exit 1"])
})

it("closes what was still being opened when the stop began", async () => {
  const { lifecycle, seen } = begin()
  lifecycle.onStop("server", async () => {
    lifecycle.onStop("late", async () => void seen.push("late"))
  })
  await lifecycle.stop("SIGINT")
  expect(seen).toEqual(["late", "exit 0"])
})

it("leaves when closing takes too long", async () => {
  const { lifecycle, seen } = begin(1)
  let release = () => {}
  lifecycle.onStop("stuck", () => new Promise((resolve) => void (release = resolve)))
  const stopped = lifecycle.stop("SIGINT")
  await expect.poll(() => seen).toEqual(["exit 1"])
  release()
  await stopped
})
