import { expect, it } from "vitest"
import { describePhone, dialled, phoneInField, readPhone, readPhoneField } from "./phone-rules.ts"

it("reads a number as it is dialled from anywhere", () => {
  expect(readPhone("01012345678", "KR")).toBe("+821012345678")
  expect(readPhone("+49 30 901820", "KR")).toBe("+4930901820")
})

it("knows what can be no number", () => {
  expect(readPhone("12", "KR")).toBeUndefined()
  expect(readPhone("call me", "DE")).toBeUndefined()
})

it("writes Korean numbers for Korean readers as they are written there, and all others with their country code", () => {
  expect(describePhone("+821012345678", "ko")).toBe("010-1234-5678")
  expect(describePhone("+821012345678", "en")).toBe("+82 10 1234 5678")
  expect(describePhone("+493023125999", "ko")).toBe("+49 30 23125999")
  expect(describePhone("+493023125999", "en")).toBe("+49 30 23125999")
  expect(describePhone("02-0000-0000", "en", "KR")).toBe("+82 2 0000 0000")
  expect(describePhone("by mail only", "ko", "KR")).toBe("by mail only")
})

it("a field shows a bare number only where its form takes it for a Korean one", () => {
  expect(phoneInField("+821012345678", "ko", "KR")).toBe("010-1234-5678")
  expect(phoneInField("+821012345678", "ko", "DE")).toBe("+82 10 1234 5678")
  expect(phoneInField(null, "ko", "KR")).toBe("")
})

it("a number that nobody touched stays what it was, whatever country was chosen beside it", () => {
  const kept = { "phone.kept": "+821012345678" }
  expect(readPhoneField({ ...kept, phone: "010-1234-5678" }, "phone")).toBe("+821012345678")
  expect(readPhoneField({ ...kept, phone: "+82 10 1234 5678" }, "phone")).toBe("+821012345678")
  expect(readPhoneField({ ...kept, phone: "030 901820" }, "phone")).toBe("030 901820")
  expect(readPhoneField({ ...kept, phone: "" }, "phone")).toBe("")
  expect(readPhoneField({ phone: " 010-1234-5678 " }, "phone")).toBe("010-1234-5678")
})

it("a link dials the whole number", () => {
  expect(dialled("02-123-4567", "KR")).toBe("+8221234567")
  expect(dialled("+49 1", "DE")).toBe("+491")
})
