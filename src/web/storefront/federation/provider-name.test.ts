import { expect, test } from "vitest"
import { byProvider, inReadersOrder, providerName } from "./provider-name.ts"

const offered = ["oidc", "naver", "github", "google", "kakao"].map((kind) => ({ kind }))

test("who reads Korean is offered the Korean houses first, by their Korean names", () => {
  expect(inReadersOrder(offered, "ko").map(({ kind }) => kind)).toEqual([
    "naver",
    "kakao",
    "oidc",
    "github",
    "google",
  ])
  expect(providerName("Naver", "ko")).toBe("네이버")
  expect(providerName("사내 계정", "ko")).toBe("사내 계정")
})

test("everybody else is offered them as the shop put them", () => {
  expect(inReadersOrder(offered, "en")).toEqual(offered)
  expect(providerName("Naver", "en")).toBe("Naver")
})

test("the particle fits the name", () => {
  const shown = ["Naver", "Kakao", "GitHub", "사내 계정", "우리 메일"].map((name) => byProvider(name, "ko"))
  expect(shown).toEqual(["네이버로", "카카오로", "GitHub로", "사내 계정으로", "우리 메일로"])
  expect(byProvider("Naver", "en")).toBe("Naver")
})
