/** Pure, and the browser's too: what a brand's colours become, and whether everybody can read them. */
export interface ThemeColours {
  readonly accent: string
  readonly surface: string
  readonly ink: string
}

export interface Theme {
  readonly light: ThemeColours
  readonly dark: ThemeColours
}

/** As in the pages' own style sheet. */
export const houseTheme: Theme = {
  light: { accent: "#2f55d4", surface: "#ffffff", ink: "#14181f" },
  dark: { accent: "#93b1ff", surface: "#101318", ink: "#e9edf2" },
}

export const themeModes = ["light", "dark"] as const
export type ThemeMode = (typeof themeModes)[number]

/** Colours that say good, careful and wrong stay the house's own: they mean the same in every shop. */
const signals = {
  light: { good: "#14683a", warn: "#7a4b00", bad: "#b3201a" },
  dark: { good: "#6fd69a", warn: "#f0bd62", bad: "#ff9a92" },
} as const

/** Three colours that people choose become the tokens that every page is drawn with. */
export function deriveTokens({ accent, surface, ink }: ThemeColours) {
  return {
    surface,
    ink,
    accent,
    canvas: mix(surface, ink, 0.03),
    raised: mix(surface, ink, 0.04),
    overlay: mix(surface, ink, 0.02),
    line: mix(surface, ink, 0.14),
    "line-strong": mix(surface, ink, 0.55),
    muted: mix(surface, ink, 0.72),
    "accent-strong": mix(accent, ink, 0.2),
    "accent-ink": inkOn(accent),
    "accent-soft": mix(surface, accent, 0.1),
  }
}

/** White or near-black, whichever is read better on it. */
export function inkOn(colour: string): string {
  return contrastOf("#ffffff", colour) >= contrastOf("#0b1526", colour) ? "#ffffff" : "#0b1526"
}

/** The pairs that carry text (4.5 to 1), and the edge of a field (3 to 1): WCAG 2.2, 1.4.3 and 1.4.11. */
const pairs = [
  ["ink", "surface", 4.5],
  ["ink", "raised", 4.5],
  ["muted", "surface", 4.5],
  ["muted", "raised", 4.5],
  ["accent", "surface", 4.5],
  ["accent", "raised", 4.5],
  ["accent", "accent-soft", 4.5],
  ["accent-ink", "accent", 4.5],
  ["accent-ink", "accent-strong", 4.5],
  ["good", "surface", 4.5],
  ["warn", "surface", 4.5],
  ["bad", "surface", 4.5],
  ["line-strong", "surface", 3],
] as const

export type ThemeToken = (typeof pairs)[number][0] | (typeof pairs)[number][1]

export interface UnreadablePair {
  readonly mode: ThemeMode
  readonly front: ThemeToken
  readonly back: ThemeToken
  /** Two digits, rounded down: 4.49 is not 4.5. */
  readonly ratio: string
  readonly needed: string
}

/** Every pair that somebody with weak eyes couldn't read; none when all is well. */
export function findUnreadable(theme: Theme): UnreadablePair[] {
  return themeModes.flatMap((mode) => {
    const colours: Record<ThemeToken, string> = { ...deriveTokens(theme[mode]), ...signals[mode] }
    return pairs.flatMap(([front, back, needed]) => {
      const ratio = contrastOf(colours[front], colours[back])
      if (ratio >= needed) return []
      return [
        { mode, front, back, ratio: (Math.floor(ratio * 100) / 100).toFixed(2), needed: String(needed) },
      ]
    })
  })
}

/** The brand as a style sheet: the same names as in the pages' own, which it comes after. */
export function writeThemeCss(theme: Theme): string {
  const dark = new Map(Object.entries(deriveTokens(theme.dark)))
  const tokens = Object.entries(deriveTokens(theme.light)).map(
    ([name, light]) => `--${name}:light-dark(${light},${dark.get(name) ?? light})`,
  )
  return `:root{${tokens.join(";")}}\n`
}

/** The same colours, the same name: for the style sheet's address. */
export function nameTheme({ light, dark }: Theme): string {
  return [light, dark]
    .flatMap(({ accent, surface, ink }) => [accent, surface, ink])
    .join("")
    .replaceAll("#", "")
}

/** WCAG 2's contrast, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(from: string, to: string, share: number): string {
  const [one, other] = [channelsOf(from), channelsOf(to)]
  const mixed = one.map((channel, index) =>
    Math.round(channel + ((other[index] ?? channel) - channel) * share),
  )
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`
}

/** "#1c5bd0", and nothing else: the contract has checked the form. */
function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
