import { Validator } from "@seriousme/openapi-schema-validator"
import { describe, expect, it } from "vitest"
import { testEdge } from "../testing/test-edge.ts"
import { describeApi } from "./openapi.ts"

interface Operation {
  readonly summary?: string
  readonly tags?: string[]
  readonly operationId?: string
  readonly parameters?: { $ref?: string }[]
  readonly responses: Record<string, { $ref?: string; headers?: object }>
}

async function listOperations() {
  const document = await describeApi()
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  )
}

describe("the API document", () => {
  it("is valid OpenAPI 3.1 to a validator that isn't ours", async () => {
    const verdict = await new Validator().validate(structuredClone(await describeApi()))
    expect(verdict.errors ?? []).toEqual([])
    expect(verdict.valid).toBe(true)
    const broken = await new Validator().validate({
      ...structuredClone(await describeApi()),
      paths: { bad: 1 },
    })
    expect(broken.valid).toBe(false)
  })

  it("names, files and describes every operation, with its errors as problems", async () => {
    const operations = await listOperations()
    expect(operations.length).toBeGreaterThan(20)
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, method, operation } of operations) {
      const name = `${method} ${path}`
      expect([name, Boolean(operation.summary), operation.tags?.length]).toEqual([name, true, 1])
      for (const status of ["400", "401", "403", "422", "429", "500"]) {
        expect([name, operation.responses[status]?.$ref]).toEqual([
          name,
          `#/components/responses/Problem${status}`,
        ])
      }
      const takesKey = operation.parameters?.some(
        (one) => one.$ref === "#/components/parameters/IdempotencyKey",
      )
      expect([name, takesKey ?? false]).toEqual([name, method !== "get"])
      const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"))
      expect([name, Object.keys(success?.[1].headers ?? {})]).toEqual([
        name,
        ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"],
      ])
    }
  })

  it("is served together with a reader that runs no inline script", async () => {
    await using edge = await testEdge()
    const document = await (await edge.fetch("/api/openapi.json")).json()
    expect(document.openapi).toMatch(/^3\.1/)
    expect(document.components.schemas.Money).toBeDefined()
    expect(document.components.securitySchemes.apiKey.scheme).toBe("bearer")
    const page = await edge.fetch("/api/docs")
    const html = await page.text()
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'")
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|style=/)
    for (const [, address = ""] of html.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)) {
      const asset = await edge.fetch(address)
      expect([address, asset.status]).toEqual([address, 200])
    }
  })
})
