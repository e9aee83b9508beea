import type { DBAdapter } from "@better-auth/core/db/adapter"

/**
 * For a known address the library asks once more, for the person's ways to sign in; for an unknown one it stops. Its
 * answer must not tell which, so the unknown one asks as well, for nobody's.
 */
export function evenOut(adapter: DBAdapter): DBAdapter {
  return {
    ...adapter,
    findOne: async (query) => {
      const found = await adapter.findOne(query)
      if (!found && query.model === "user" && query.join?.["account"]) {
        await adapter.findMany({ model: "account", where: [{ field: "userId", value: NOBODY }], limit: 100 })
      }
      return found as never
    },
  }
}

const NOBODY = "per_nobody"
