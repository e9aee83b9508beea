import { expect, test } from "vitest"
import { signWebhook, verifyWebhook } from "./webhook-signature.ts"

const rawBody = Buffer.from('{"id":"evt_1"}')
const facts = { rawBody, nowSeconds: 1_000, toleranceSeconds: 300 }

test("a notice is believed only with the right secret, the right bytes and the right time", () => {
  const header = signWebhook("new", 1_000, rawBody)
  expect(verifyWebhook({ ...facts, header }, ["old", "new"])).toBe("valid")
  expect(verifyWebhook({ ...facts, header }, ["old"])).toBe("forged")
  expect(verifyWebhook({ ...facts, header, rawBody: Buffer.from('{"id": "evt_1"}') }, ["new"])).toBe("forged")
  expect(verifyWebhook({ ...facts, header, nowSeconds: 1_301 }, ["new"])).toBe("stale")
  expect(verifyWebhook({ ...facts, header: header.replace("t=1000", "t=1001") }, ["new"])).toBe("forged")
  for (const bad of ["", "v1=abc", `t=x,v1=${"0".repeat(64)}`]) {
    expect(verifyWebhook({ ...facts, header: bad }, ["new"])).toBe("malformed")
  }
})
