import { expect, test } from "vitest"
import { readViesAnswer } from "./read-vies-answer.ts"

const read = (body: unknown, status = 200) =>
  readViesAnswer({ status, text: typeof body === "string" ? body : JSON.stringify(body) })

test("a yes is kept with its number, its day, and whom it is about", () => {
  const said = {
    countryCode: "FR",
    vatNumber: "40303265045",
    requestDate: "2026-11-01T10:00:00.000Z",
    valid: true,
    requestIdentifier: "WAPIAAAA1",
    name: " SA SODIMAS ",
    address: "11 RUE AMPERE",
    traderName: "---",
  }
  expect(read(said)).toEqual({
    verdict: "valid",
    consultation: "WAPIAAAA1",
    requester: null,
    requestDate: "2026-11-01T10:00:00.000Z",
    traderName: "SA SODIMAS",
    traderAddress: "11 RUE AMPERE",
    trouble: null,
  })
  // Germany and Spain keep names to themselves, and without a name of our own there is no number.
  expect(read({ ...said, name: "---", address: "---", requestIdentifier: "" })).toMatchObject({
    verdict: "valid",
    consultation: null,
    traderName: null,
    traderAddress: null,
  })
})

test.each([
  [{ valid: false, userError: "INVALID" }, "invalid"],
  [{ valid: false }, "invalid"],
  [{ actionSucceed: false, errorWrappers: [{ error: "INVALID_INPUT" }] }, "invalid"],
])("only what is said outright is a no: %j", (body, verdict) => {
  expect(read(body).verdict).toBe(verdict)
})

test.each([
  "MS_UNAVAILABLE",
  "SERVICE_UNAVAILABLE",
  "TIMEOUT",
  "MS_MAX_CONCURRENT_REQ",
  "GLOBAL_MAX_CONCURRENT_REQ",
  "VAT_BLOCKED",
  "IP_BLOCKED",
  "INVALID_REQUESTER_INFO",
])("%s beside a no is no answer", (code) => {
  const unknown = { verdict: "unknown", trouble: `VIES: ${code}` }
  expect(read({ valid: false, userError: code })).toMatchObject(unknown)
  expect(read({ actionSucceed: false, errorWrappers: [{ error: code }] })).toMatchObject(unknown)
  expect(read({ actionSucceed: false, errorWrappers: [{ error: code }] }, 500)).toMatchObject(unknown)
})

test("whatever else comes is no answer either", () => {
  for (const [body, status] of [
    ["<html>", 200],
    ["", 502],
    [{ valid: true }, 503],
    [{}, 200],
    [{ valid: "yes" }, 200],
  ] as const) {
    expect(read(body, status).verdict).toBe("unknown")
  }
})
