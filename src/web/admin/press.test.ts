import { describe, expect, it } from "vitest"
import { navigation } from "./navigation.ts"
import { type Press, readPress } from "./press.ts"

const ways = navigation.flatMap((group) => group.ways)
const plain = { hasCommand: false, isTyping: false, isAfterLead: false }
const press = (given: Partial<Press> & { key: string }) => readPress({ ...plain, ...given }, ways)

describe("keys of the admin", () => {
  it("open the palette with the command key, even from a field", () => {
    expect(press({ key: "k", hasCommand: true, isTyping: true })).toEqual({ kind: "palette" })
    expect(press({ key: "s", hasCommand: true })).toBeUndefined()
  })

  it("are letters where one types", () => {
    for (const key of ["?", "/", "g", "j", "x"]) expect(press({ key, isTyping: true })).toBeUndefined()
  })

  it("go to a page after g, and nowhere by a letter that leads nowhere", () => {
    expect(press({ key: "g" })).toEqual({ kind: "lead" })
    expect(press({ key: "i", isAfterLead: true })).toEqual({ kind: "go", to: "/admin/invoices" })
    expect(press({ key: "H", isAfterLead: true })).toEqual({ kind: "go", to: "/admin" })
    expect(press({ key: "z", isAfterLead: true })).toBeUndefined()
    expect(press({ key: "i" })).toBeUndefined()
  })

  it("move through lists", () => {
    expect(press({ key: "j" })).toEqual({ kind: "list", key: "j" })
    expect(press({ key: "/" })).toEqual({ kind: "filter" })
    expect(press({ key: "?" })).toEqual({ kind: "keys" })
  })

  it("have one meaning each", () => {
    const keys = ways.flatMap(({ key }) => key ?? [])
    expect(keys.length).toBeGreaterThan(5)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
