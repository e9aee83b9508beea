import { expect, it } from "vitest"
import { ensureTenant } from "#tenancy"
import { testCompany } from "../testing/test-company.ts"
import { SECOND_DEMO_TENANT } from "./demo-tenant.ts"
import { readTour } from "./read-tour.ts"

const nothing = {
  isBought: false,
  isBroken: false,
  isRepaired: false,
  isClockMoved: false,
  stuckOperationId: null,
}

it("a stop of the tour is done when the company's own books say so, and not before", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { ground, tenant } = company
  const { database, clock } = ground
  const read = () => ground.inTenant(tenant, (ctx) => readTour(ctx, database))
  const buy = async () => {
    const order = await company.placeOrder({ by: await company.customer() })
    await company.settle()
    await company.pay(order.attemptId)
    await company.settle()
  }
  // What was bought before the doors were opened is the demo's own past.
  await buy()
  expect(await read()).toBeNull()
  await company.travel({ minutes: 1 })
  await database.transactAcrossTenants((db) =>
    ensureTenant(db, clock, { id: SECOND_DEMO_TENANT, slug: "narae", hosts: ["narae.test"] }),
  )
  expect(await read()).toEqual(nothing)
  await company.travel({ minutes: 1 })
  await company.fault("virtfusion", { call: "servers.create.dry-run", fault: "full", remaining: null })
  expect(await read()).toEqual({ ...nothing, isBroken: true })
  await buy()
  const broken = await read()
  expect(broken).toEqual({
    ...nothing,
    isBought: true,
    isBroken: true,
    stuckOperationId: expect.stringMatching(/^op_/),
  })
  await company.clearFaults("virtfusion")
  await company.operator.api.operations.retry({ id: broken?.stuckOperationId ?? "" })
  await company.settle()
  expect(await read()).toEqual({ ...nothing, isBought: true, isBroken: true, isRepaired: true })
})
