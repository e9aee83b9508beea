import type { DBAdapter } from "@better-auth/core/db/adapter"
import { hashToken } from "./session-cookie.ts"

/**
 * The library keeps session tokens as they are. Between it and the table stands this: what goes in is hashed,
 * what comes out is given the token it was asked by, so a stolen table opens no session.
 */
export function hashSessionTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...adapter,
    create: async (data) => {
      if (data.model !== "session") return adapter.create(data)
      const token = tokenOf(data.data)
      const made = await adapter.create({ ...data, data: { ...data.data, token: hashToken(token) } })
      return { ...(made as object), token } as never
    },
    findOne: async (query) => {
      const asked = askedToken(query)
      if (!asked) return adapter.findOne(query)
      const found = await adapter.findOne({ ...query, where: hashWhere(query.where) })
      return (found ? { ...(found as object), token: asked } : null) as never
    },
    findMany: (query) => adapter.findMany(hashQuery(query)),
    count: (query) => adapter.count(hashQuery(query)),
    update: async (query) => {
      const asked = askedToken(query)
      const changed = await adapter.update({ ...hashQuery(query), update: hashUpdate(query) })
      return (changed && asked ? { ...(changed as object), token: asked } : changed) as never
    },
    updateMany: (query) => adapter.updateMany({ ...hashQuery(query), update: hashUpdate(query) }),
    delete: (query) => adapter.delete(hashQuery(query)),
    deleteMany: (query) => adapter.deleteMany(hashQuery(query)),
  }
}

interface Condition {
  readonly field: string
  readonly value: unknown
}
interface Query {
  readonly model: string
  readonly where?: readonly Condition[] | undefined
}

function hashQuery<Kind extends Query>(query: Kind): Kind {
  return query.model === "session" && query.where ? { ...query, where: hashWhere(query.where) } : query
}

function hashWhere<Where extends readonly Condition[]>(where: Where): Where {
  return where.map((one) =>
    one.field === "token" ? { ...one, value: hashValue(one.value) } : one,
  ) as unknown as Where
}

function hashValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => hashToken(String(one)))
  return typeof value === "string" ? hashToken(value) : value
}

function hashUpdate(query: { model: string; update: Record<string, unknown> }): Record<string, unknown> {
  const { token } = query.update
  return query.model === "session" && typeof token === "string"
    ? { ...query.update, token: hashToken(token) }
    : query.update
}

function askedToken(query: Query): string | undefined {
  const asked =
    query.model === "session" ? query.where?.find((one) => one.field === "token")?.value : undefined
  return typeof asked === "string" ? asked : undefined
}

function tokenOf(data: unknown): string {
  const token = typeof data === "object" && data !== null && "token" in data ? data.token : undefined
  if (typeof token !== "string") throw new Error("A session without a token.")
  return token
}
