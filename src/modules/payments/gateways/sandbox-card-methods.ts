import { path } from "#kit/outside/path.ts"
import type { GatewayDoor, KeptMethods } from "./gateway.ts"
import {
  ask,
  detachedShape,
  itemsOf,
  paymentShape,
  read,
  readPayment,
  readSetup,
  setupShape,
} from "./sandbox-card-wire.ts"

/** Cards that payers let the shop keep at the stand-in. */
export function openKeptMethods(door: GatewayDoor): KeptMethods {
  return {
    createSetup: async ({ reference, idempotencyKey, customer, language, returnUrl }) => {
      const json = { reference, customer, locale: language, return_url: returnUrl }
      const answer = await ask(door, { method: "POST", path: "/v1/setups", idempotencyKey, json })
      return readSetup(read(answer, setupShape))
    },
    findSetup: async (reference) => {
      const answer = await ask(door, { method: "GET", path: "/v1/setups", query: { reference } })
      const found = read(answer, itemsOf(setupShape)).items[0]
      return found && readSetup(found)
    },
    readSetup: async (id) =>
      readSetup(read(await ask(door, { method: "GET", path: path`/v1/setups/${id}` }), setupShape)),
    chargeMethod: async ({ method, reference, idempotencyKey, amount, isTaxFree, description }) => {
      const answer = await ask(door, {
        method: "POST",
        path: "/v1/payments",
        idempotencyKey,
        json: {
          reference,
          customer: method.customerId,
          method: method.token,
          amount: amount.minor.toString(),
          currency: amount.currency,
          tax_free: isTaxFree,
          description,
        },
        secretFields: ["method"],
      })
      return readPayment(read(answer, paymentShape))
    },
    findCharge: async (reference) => {
      const answer = await ask(door, { method: "GET", path: "/v1/payments", query: { reference } })
      const found = read(answer, itemsOf(paymentShape)).items[0]
      return found && readPayment(found)
    },
    forgetMethod: async ({ token: method }) => {
      // In the body, where it is struck out of every record; a path is written down as it is.
      const json = { method }
      const call = { method: "POST", path: "/v1/methods/detach", json, secretFields: ["method"] } as const
      const answer = await door(call)
      // Gone already is what we wanted.
      if (answer.status === 404) return
      read(await ask(() => Promise.resolve(answer), call), detachedShape)
    },
  }
}
