import { type AnyContractProcedure, isContractProcedure } from "@orpc/contract"
import { z } from "zod"
import { apiContract } from "../contract.ts"

/** One procedure of the public contract, as a stranger reads it. */
export interface ListedRoute {
  /** "billing.invoices.list" */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly input: z.ZodType | undefined
}

/** All of the contract: a route that is added tomorrow is tried tomorrow. */
export function listRoutes(branch: unknown = apiContract, path: readonly string[] = []): ListedRoute[] {
  if (isContractProcedure(branch)) {
    const { route, inputSchema } = (branch as AnyContractProcedure)["~orpc"]
    const input = inputSchema instanceof z.ZodType ? inputSchema : undefined
    return [{ name: path.join("."), method: route.method ?? "POST", path: route.path ?? "", input }]
  }
  if (typeof branch !== "object" || branch === null) return []
  return Object.entries(branch).flatMap(([name, below]) => listRoutes(below, [...path, name]))
}

export function listWritingRoutes(): ListedRoute[] {
  return listRoutes().filter(({ method }) => method !== "GET")
}

/** With every name in the path put in: "/invoices/inv_1/pdf". */
export function fillPath({ path }: Pick<ListedRoute, "path">, id: string): string {
  return `/api/v1${path.replaceAll(/\{\w+\}/g, encodeURIComponent(id))}`
}

type Schema = z.core.JSONSchema.BaseSchema

/** Something the contract accepts, as small as it may be; undefined where a rule of its own can't be guessed. */
export function sampleInput({ input }: ListedRoute): unknown {
  if (!input) return {}
  return sampleOf(z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Schema)
}

function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return sampleOf(choice[0] as Schema)
  if (schema.type === "object") {
    const required = new Set(schema.required ?? [])
    const parts = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name))
    return Object.fromEntries(parts.map(([name, part]) => [name, sampleOf(part as Schema)]))
  }
  if (schema.type === "array") {
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items as Schema))
  }
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1
  if (schema.type === "boolean") return false
  return schema.type === "string" ? textOf(schema) : null
}

function textOf({ format, minLength = 1, maxLength = 40 }: Schema): string {
  if (format === "email") return "trial@demo.example"
  if (format === "date-time") return "2026-11-21T00:00:00Z"
  if (format === "date") return "2026-11-21"
  return "a trial of what may be written".slice(0, maxLength).padEnd(minLength, "x")
}
