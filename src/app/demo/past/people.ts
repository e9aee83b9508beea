import type { Language } from "#kit/refusal.ts"
import type { SeededRandom } from "#kit/work/seeded-random.ts"

/** Nobody who exists: the name says what they are, and that they are made up. */
export interface DemoBuyer {
  readonly name: string
  readonly company: string | undefined
  readonly email: string
  readonly language: Language
  readonly country: string
  /** Of a range that its country gives to nobody; absent where a country has none. */
  readonly phone?: string | null
  /** "game-guild-017": what their servers are called by. */
  readonly label: string
}

const trades = [
  ["bakery", "Bakery", "빵집"],
  ["bookshop", "Bookshop", "책방"],
  ["game-guild", "Game Guild", "게임 길드"],
  ["law-office", "Law Office", "법률사무소"],
  ["dentist", "Dental Practice", "치과"],
  ["photo-studio", "Photo Studio", "사진관"],
  ["brewery", "Brewery", "양조장"],
  ["bike-shop", "Bike Shop", "자전거 가게"],
  ["language-school", "Language School", "어학원"],
  ["chess-club", "Chess Club", "체스 동호회"],
  ["film-crew", "Film Crew", "영화 제작소"],
  ["radio", "Radio", "라디오"],
] as const

const abroad = ["DE", "GB", "US", "NL", "FR", "SE", "SG"] as const
const KOREAN_PART = 0.6
const BUSINESS_PART = 0.35

/** What films and radio plays may use, and in Korea a number that can't be dialled. */
const unusedNumbers: Readonly<Record<string, (number: number) => string>> = {
  KR: (number) => `+82100000${String(number).padStart(4, "0")}`,
  DE: (number) => `+4930231255${String(number % 100).padStart(2, "0")}`,
  GB: (number) => `+442079460${String(number % 1_000).padStart(3, "0")}`,
  US: (number) => `+120255501${String(number % 100).padStart(2, "0")}`,
  FR: (number) => `+3319900${String(number).padStart(4, "0")}`,
  SE: (number) => `+46846500${400 + (number % 100)}`,
}

function demoPhone(country: string, number: number): string | null {
  return unusedNumbers[country]?.(number) ?? null
}

export function inventBuyer(random: SeededRandom, number: number): DemoBuyer {
  const language: Language = random.happens(KOREAN_PART) ? "ko" : "en"
  const [slug, english, korean] = trades[random.below(trades.length)] ?? trades[0]
  const padded = String(number).padStart(3, "0")
  const isBusiness = random.happens(BUSINESS_PART)
  const trade = language === "ko" ? `데모 ${korean} ${padded}` : `Demo ${english} ${padded}`
  const country = language === "ko" ? "KR" : (abroad[random.below(abroad.length)] ?? "DE")
  return {
    name: language === "ko" ? `데모 고객 ${padded}` : `Demo Customer ${padded}`,
    company: isBusiness ? trade : undefined,
    email: `${slug}-${padded}@demo.example`,
    language,
    country,
    phone: demoPhone(country, number),
    label: `${slug}-${padded}`,
  }
}
