import { implement } from "@orpc/server"
import { describe, expect, it } from "vitest"
import { createIdentityRouter } from "#identity"
import { identityContract } from "#identity/contract"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { tenancyContract } from "#tenancy/contract"
import {
  type ApiRouters,
  createApiRouter,
  findUnanswered,
  findUnpermitted,
  listProcedures,
} from "./api-router.ts"

const identity = createIdentityRouter({ apiKeyKind: "live" })
const shop = (wanted: ReturnType<typeof permit>) =>
  serve(tenancyContract, { shop: { get: answer(wanted, async () => ({}) as never) } })

describe("who may call what", () => {
  it("is stated by every procedure", () => {
    expect(findUnpermitted({ identity })).toEqual([])
    expect(findUnanswered({ identity: identityContract }, { identity })).toEqual([])
    expect(listProcedures({ identity }).map(({ name, permit }) => [name, permit])).toContainEqual([
      "identity.apiKeys.revoke",
      { kind: "permission", permission: "identity.api-keys.write" },
    ])
  })

  it("is missed where it is not stated, has no reason, or names what nobody can hold", () => {
    const bare = implement(tenancyContract).shop.get.handler(() => ({}) as never)
    expect(findUnpermitted({ tenancy: { shop: { get: bare } } })).toEqual([
      "tenancy.shop.get states no permission.",
    ])
    expect(findUnpermitted({ tenancy: shop(permitEveryone(" ")) })).toHaveLength(1)
    expect(findUnpermitted({ tenancy: shop(permit("tenancy.shop.raed")) })).toEqual([
      "tenancy.shop.get asks for tenancy.shop.raed, which nobody can hold.",
    ])
  })

  it("keeps a process from starting with a hole in its API, and serves the chosen modules only", () => {
    const routers = { identity, tenancy: shop(permitEveryone("the shop window")) } as unknown as ApiRouters
    expect(() => createApiRouter(routers, ["tenancy", "catalog"])).toThrow(
      "catalog.products.list has no answer.",
    )
    const chosen = createApiRouter(routers, ["tenancy"])
    expect(listProcedures(chosen).map((one) => one.name)).toEqual(["tenancy.shop.get"])
  })

  it("is refused at build time when a writing route wants to do without a transaction", async () => {
    const { answerLive } = await import("#kit/serve/serve.ts")
    const { apiKeys } = identityContract
    expect(() =>
      serve(
        apiKeys.revoke,
        answerLive(permit("identity.api-keys.write"), async () => ({}) as never),
      ),
    ).toThrow("needs a transaction")
  })
})
