import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { openVirtfusionBench } from "../testing.ts"
import { conformanceCases } from "./conformance-cases.ts"
import { joinPanelUrl } from "./virtfusion.ts"

let at: TestDatabase
let bench: Awaited<ReturnType<typeof openVirtfusionBench>>
beforeAll(async () => {
  at = await testDatabase({ runner: "memory" })
  bench = await openVirtfusionBench(at)
})
beforeEach(() => bench.reset())
afterAll(async () => {
  await bench.close()
  await at.drop()
})

describe("VirtFusion conforms", () => {
  it.each(conformanceCases.map((one) => [one.name, one] as const))("%s", async (_, one) => one.run(bench))
})

describe("a sign-on link", () => {
  it.each([
    ["/token/?1=a", "https://panel.example.com/token/?1=a"],
    ["token/?1=a", "https://panel.example.com/token/?1=a"],
    ["https://panel.example.com/token/?1=a", "https://panel.example.com/token/?1=a"],
  ])("%s leads to the panel", (endpoint, url) => {
    expect(joinPanelUrl("https://panel.example.com/", endpoint)).toBe(url)
  })

  it.each(["https://evil.example/token", "//evil.example/token", "/\\evil.example", "/a b"])(
    "%s is refused",
    (endpoint) => {
      expect(() => joinPanelUrl("https://panel.example.com", endpoint)).toThrow()
    },
  )
})
