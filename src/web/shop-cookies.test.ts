import { expect, test } from "vitest"
import { referralCodeOf } from "./shop-cookies.ts"
import { loader } from "./storefront/referrals/referral.route.ts"

const open = (code: string) => {
  const request = new Request(`https://shop.example/r/${code}`)
  return loader({ params: { code }, request } as unknown as Parameters<typeof loader>[0])
}

test("a link to recommend the shop leads to its door and leaves its code, and nothing else is kept", () => {
  const answer = open("K3V9X2M4QA")
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/"])
  const cookie = answer.headers.get("set-cookie") ?? ""
  expect(cookie).toBe("referral=k3v9x2m4qa; Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax; Secure")
  const back = new Request("https://shop.example/checkout", {
    headers: { cookie: cookie.split(";")[0] ?? "" },
  })
  expect(referralCodeOf(back)).toBe("k3v9x2m4qa")
  expect(open("x; Domain=other.example").headers.get("set-cookie")).toBeNull()
  const forged = new Request("https://shop.example/", { headers: { cookie: "referral=%00%0d" } })
  expect(referralCodeOf(forged)).toBeUndefined()
})
