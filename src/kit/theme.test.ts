import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { contrastOf, findUnreadable, houseTheme, writeThemeCss } from "./theme.ts"

describe("a brand's colours", () => {
  it("have WCAG's contrast", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5)
    expect(contrastOf("#ffffff", "#ffffff")).toBe(1)
    // The textbook's border: the darkest grey that fails on white, and the lightest that passes.
    expect(contrastOf("#777777", "#ffffff")).toBeLessThan(4.5)
    expect(contrastOf("#767676", "#ffffff")).toBeGreaterThanOrEqual(4.5)
  })

  it("are readable as the house draws them", () => {
    expect(findUnreadable(houseTheme)).toEqual([])
  })

  it("are refused with the pair that fails, and its figure", () => {
    const yellow = { ...houseTheme, light: { ...houseTheme.light, accent: "#ffd400" } }
    expect(findUnreadable(yellow)).toContainEqual({
      mode: "light",
      front: "accent",
      back: "surface",
      ratio: "1.43",
      needed: "4.5",
    })
    expect(findUnreadable(yellow).every(({ mode }) => mode === "light")).toBe(true)
  })

  it("never become anything but colours in the style sheet", () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((one) => `#${one.toString(16).padStart(6, "0")}`)
    const colours = fc.record({ accent: colour, surface: colour, ink: colour })
    fc.assert(
      fc.property(colours, colours, (light, dark) => {
        const css = writeThemeCss({ light, dark })
        expect(css).toMatch(/^:root\{(--[a-z-]+:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\);?)+\}\n$/)
      }),
    )
  })
})
