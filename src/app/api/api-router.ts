import { isContractProcedure } from "@orpc/contract"
import { type AnyRouter, isProcedure } from "@orpc/server"
import { permissions } from "#identity"
import type { Permit } from "#kit/serve/permit.ts"
import type { ProcedureMeta } from "#kit/serve/serve.ts"
import { apiContract } from "../contract.ts"

export type ApiRouters = { readonly [Name in keyof typeof apiContract]: AnyRouter }

export interface ServedProcedure {
  /** "billing.invoices.list" */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly permit: Permit
  readonly isLive: boolean
}

/**
 * The routers of the modules this process serves, as one. It refuses to be built when a route of the contract
 * has no answer, states no permission, or asks for one that no role could ever hold.
 */
export function createApiRouter(routers: ApiRouters, modules: readonly string[]): AnyRouter {
  const names = (Object.keys(apiContract) as (keyof typeof apiContract)[]).filter((name) =>
    modules.includes(name),
  )
  const router = Object.fromEntries(names.map((name) => [name, routers[name]])) as AnyRouter
  const contract = Object.fromEntries(names.map((name) => [name, apiContract[name]]))
  const obstacles = [...findUnanswered(contract, router), ...findUnpermitted(router)]
  if (obstacles.length > 0) throw new Error(`The API is not whole:\n${obstacles.join("\n")}`)
  return router
}

/** Every procedure with who may call it: the table the tests and the documentation print. */
export function listProcedures(router: unknown, path: readonly string[] = []): ServedProcedure[] {
  if (!isBranch(router)) return []
  if (!isProcedure(router)) {
    return Object.entries(router).flatMap(([name, branch]) => listProcedures(branch, [...path, name]))
  }
  const { route, meta } = router["~orpc"]
  const { permit, isLive } = meta as unknown as ProcedureMeta
  return [{ name: path.join("."), method: route.method ?? "POST", path: route.path ?? "", permit, isLive }]
}

export function findUnpermitted(router: unknown): string[] {
  const known: readonly string[] = permissions
  return listProcedures(router).flatMap(({ name, permit }) => {
    const stated = permit as Permit | undefined
    if (stated === undefined) return [`${name} states no permission.`]
    if (stated.kind === "everyone")
      return stated.reason.trim() ? [] : [`${name} is for everyone without a reason.`]
    return known.includes(stated.permission)
      ? []
      : [`${name} asks for ${stated.permission}, which nobody can hold.`]
  })
}

export function findUnanswered(contract: unknown, router: unknown, path: readonly string[] = []): string[] {
  if (!isBranch(contract)) return []
  if (isContractProcedure(contract)) return isProcedure(router) ? [] : [`${path.join(".")} has no answer.`]
  return Object.entries(contract).flatMap(([name, branch]) =>
    findUnanswered(branch, isBranch(router) ? router[name] : undefined, [...path, name]),
  )
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
