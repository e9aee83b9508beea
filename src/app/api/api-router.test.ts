import { implement } from "@orpc/server"
import { describe, expect, it } from "vitest"
import { createIdentityRouter } from "#identity"
import { identityContract } from "#identity/contract"
import { signInMeansForTests } from "#identity/testing"
import { silentLog } from "#kit/context.ts"
import { createKeyring } from "#kit/secrets.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { createTenancyRouter } from "#tenancy"
import { tenancyContract } from "#tenancy/contract"
import { openGround } from "../ground.ts"
import { joinRouters } from "../routers.ts"
import { moduleNames } from "../settings.ts"
import { TRIAL_FILES } from "../testing/trial-files.ts"
import {
  type ApiRouters,
  createApiRouter,
  findUnanswered,
  findUnpermitted,
  listProcedures,
} from "./api-router.ts"

const openProcedures = [
  "catalog.plans.price",
  "catalog.products.get",
  "catalog.products.list",
  "content.about.get",
  "content.contact.send",
  "content.guides.get",
  "content.guides.list",
  "content.legal.get",
  "content.news.get",
  "content.news.list",
  "federation.arrivals.join",
  "federation.arrivals.look",
  "federation.offered",
  "identity.invitations.accept",
  "identity.invitations.look",
  "identity.me.get",
  "identity.notMe",
  "identity.passwords.forget",
  "identity.passwords.reset",
  "identity.person.keepEmail",
  "identity.signInLinks.request",
  "identity.signUps.confirm",
  "identity.signUps.request",
  "identity.ways.get",
  "oauth.logouts.look",
  "oauth.requests.look",
  "orders.carts.addCoupon",
  "orders.carts.addItem",
  "orders.carts.create",
  "orders.carts.get",
  "orders.carts.removeCoupon",
  "orders.carts.removeItem",
  "orders.carts.saveBuyer",
  "orders.checkout",
  "payments.attempts.get",
  "payments.attempts.progress",
  "payments.attempts.refresh",
  "privacy.undo.unsubscribe",
  "privacy.undo.withdraw",
  "tenancy.brand.css",
  "tenancy.brand.picture",
  "tenancy.shop.get",
]
const identity = createIdentityRouter({ apiKeyKind: "live", ...signInMeansForTests() })
const shop = (wanted: ReturnType<typeof permit>) =>
  serve({ shop: tenancyContract.shop }, { shop: { get: answer(wanted, async () => ({}) as never) } })

describe("who may call what", () => {
  it("is stated by every procedure", () => {
    expect(findUnpermitted({ identity })).toEqual([])
    expect(findUnanswered({ identity: identityContract }, { identity })).toEqual([])
    expect(listProcedures({ identity }).map(({ name, permit }) => [name, permit])).toContainEqual([
      "identity.apiKeys.revoke",
      { kind: "permission", permission: "identity.api-keys.write" },
    ])
  })

  it("is stated by the whole public API, every route of which has an answer", async () => {
    await using at = await testDatabase()
    const key = new Uint8Array(32)
    const ground = await openGround({
      appUrl: at.database.url,
      keyring: createKeyring({ current: "k", keys: { k: key } }),
      log: silentLog,
      allowPrivate: true,
      filesPlace: TRIAL_FILES,
      clock: at.clock,
    })
    try {
      const router = createApiRouter(
        joinRouters(ground, {
          titles: {} as never,
          apiKeyKind: "test",
          signIn: signInMeansForTests(),
        }),
        moduleNames,
      )
      const procedures = listProcedures(router)
      expect(procedures.length).toBeGreaterThan(40)
      // The closed list: whatever else anybody may call without signing in has to be added here, by a person.
      const open = procedures.filter(({ permit }) => permit.kind === "everyone").map(({ name }) => name)
      expect(open.sort()).toEqual(openProcedures)
    } finally {
      await ground.close()
    }
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
    const tenancy = createTenancyRouter({
      inviteOperator: async () => ({ id: "ivt_none" }),
      count: async () => ({ staff: 0, accounts: 0, services: 0 }),
    })
    const routers = { identity, tenancy } as unknown as ApiRouters
    expect(() => createApiRouter(routers, ["tenancy", "catalog"])).toThrow(
      "catalog.products.list has no answer.",
    )
    const chosen = createApiRouter(routers, ["tenancy"])
    const names = listProcedures(chosen).map((one) => one.name)
    expect(names).toContain("tenancy.shop.get")
    expect(names.filter((name) => !name.startsWith("tenancy."))).toEqual([])
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
