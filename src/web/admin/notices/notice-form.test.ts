import { expect, it } from "vitest"
import { readLocalMoment, readNotice, writeLocalMoment } from "./notice-form.ts"

it("a moment is the shop's own, there and back", () => {
  const at = readLocalMoment("2026-11-26T22:00", "Asia/Seoul")
  expect(at).toBe("2026-11-26T13:00:00Z")
  expect(writeLocalMoment(at ?? null, "Asia/Seoul")).toBe("2026-11-26T22:00")
  expect(readLocalMoment("", "Asia/Seoul")).toBeUndefined()
  expect(writeLocalMoment(null, "Asia/Seoul")).toBe("")
})

it("reads whom it is for", () => {
  const { audience, body } = readNotice(
    {
      "body/ko": "안녕",
      accountKind: "business",
      countries: "kr, de",
      "tag:tag_1": "yes",
      needsService: "yes",
    },
    "Asia/Seoul",
  )
  expect(audience).toEqual({
    accountKinds: ["business"],
    countries: ["KR", "DE"],
    tagIds: ["tag_1"],
    needsService: true,
  })
  expect(body).toEqual({ en: [], ko: [{ kind: "paragraph", spans: [{ text: "안녕" }] }] })
})
