import { describe, expect, it } from "vitest"
import { hashPassword, isPasswordPoolFull, verifyPassword } from "./password.ts"

describe("passwords", () => {
  it("are kept as argon2id with OWASP's cost and a salt of their own", async () => {
    const [first, second] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(second).not.toBe(first)
    expect(await verifyPassword("correct horse", first)).toBe(true)
    expect(await verifyPassword("correct horsf", first)).toBe(false)
    expect(await verifyPassword("anything", "$2b$10$not-ours")).toBe(false)
  })

  it("are the same however a keyboard composes them", async () => {
    const hash = await hashPassword("비밀번호 é")
    expect(await verifyPassword("비밀번호 é".normalize("NFD"), hash)).toBe(true)
  })

  it("are hashed a few at a time; a flood is turned away instead of piling up", async () => {
    const results = await Promise.allSettled(Array.from({ length: 60 }, () => hashPassword("flood")))
    const refused = results.filter((one) => one.status === "rejected")
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(60)
    expect(refused[0]?.reason).toMatchObject({ code: "identity.sign_in_busy" })
    expect(isPasswordPoolFull()).toBe(false)
    expect(await hashPassword("afterwards")).toMatch(/^\$argon2id/)
  })
})
