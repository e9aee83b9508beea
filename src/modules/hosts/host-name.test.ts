import { describe, expect, it } from "vitest"
import { isReservedName, readHostName, showHostName } from "./host-name.ts"

describe("a host name", () => {
  it.each([
    ["Shop.Example.COM", "shop.example.com"],
    ["shop.example.com.", "shop.example.com"],
    [" https://shop.example.com/ko?x=1 ", "shop.example.com"],
    ["쇼핑.한국", "xn--hp4bo76a.xn--3e0b707e"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  ])("%s is read as %s", (text, host) => {
    expect(readHostName(text)).toBe(host)
  })

  it.each([
    "shop",
    "",
    "127.0.0.1",
    "[::1]",
    "shop..example.com",
    "-shop.example.com",
    "shop-.example.com",
    "shop example.com",
    "shop.example.com/path",
    "shop.example.com:8080",
    "user@example.com",
    "*.example.com",
    `${"a".repeat(64)}.example.com`,
    `${"a.".repeat(130)}com`,
    "javascript:alert(1)",
  ])("%s is none", (text) => {
    expect(readHostName(text)).toBeUndefined()
  })

  it("is shown as people write it", () => {
    for (const name of ["쇼핑.한국", "bücher.example", "shop.example.com"]) {
      expect(showHostName(readHostName(name) ?? "")).toBe(name)
    }
  })

  it("that nobody else can reach is told apart", () => {
    expect(["a.localhost", "nas.local", "db.internal"].every(isReservedName)).toBe(true)
    expect(isReservedName("localhost.example.com")).toBe(false)
  })
})
