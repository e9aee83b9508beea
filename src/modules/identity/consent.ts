/** Each is a fact of its own: one tick for two of them would be consent to neither. */
export const consentPurposes = [
  "terms",
  "privacy",
  "age",
  "marketing-mail",
  "marketing-sms",
  "marketing-kakao",
  "night",
] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** Those that may be given and taken back at any time. */
export const freePurposes = ["marketing-mail", "marketing-sms", "marketing-kakao", "night"] as const
export type FreePurpose = (typeof freePurposes)[number]

export const consentBases = ["contract", "consent", "legal-duty"] as const
export type ConsentBasis = (typeof consentBases)[number]

/** Where it was said: which form, which link, or that nothing was said in time. */
export const consentPlaces = ["sign-up", "portal", "mail-link", "asked-anew", "unanswered", "staff"] as const
export type ConsentPlace = (typeof consentPlaces)[number]

export interface ConsentFact {
  readonly purpose: ConsentPurpose
  readonly isGiven: boolean
  readonly basis: ConsentBasis
  /** Of the text that was shown. */
  readonly version: string
  readonly place: ConsentPlace
}

/** Texts that the shop writes itself and puts in force by a day; people are asked anew about a newer one. */
export const textPurposes = ["terms", "privacy"] as const
export type TextPurpose = (typeof textPurposes)[number]
export type TextVersions = Readonly<Record<TextPurpose, string>>

/** Where the shop has published none of its own; a new text has a new version, and old facts keep theirs. */
export const consentVersions: Readonly<Record<ConsentPurpose, string>> = {
  terms: "2026-11-01",
  privacy: "2026-11-01",
  age: "2026-11-01",
  "marketing-mail": "2026-11-01",
  "marketing-sms": "2026-11-01",
  "marketing-kakao": "2026-11-01",
  night: "2026-11-01",
}

/** What the contract needs is processed without consent (Korea since 15 September 2024, GDPR article 6(1)(b)). */
const bases: Readonly<Record<ConsentPurpose, ConsentBasis>> = {
  terms: "contract",
  privacy: "contract",
  age: "legal-duty",
  "marketing-mail": "consent",
  "marketing-sms": "consent",
  "marketing-kakao": "consent",
  night: "consent",
}

export interface ConsentWish {
  readonly terms: boolean
  readonly age: boolean
  readonly privacy: boolean
  readonly marketingMail: boolean
  readonly marketingSms: boolean
  readonly marketingKakao?: boolean
  readonly night: boolean
}

/** What was not ticked is a fact as well: nobody can later say it was. */
export function planConsents(wish: ConsentWish, texts: TextVersions): ConsentFact[] {
  const given: Readonly<Record<ConsentPurpose, boolean>> = {
    terms: wish.terms,
    // The text was shown; with a tick it is also known to have been read.
    privacy: wish.privacy,
    age: wish.age,
    "marketing-mail": wish.marketingMail,
    "marketing-sms": wish.marketingSms,
    "marketing-kakao": wish.marketingKakao ?? false,
    night: wish.night,
  }
  const versions = { ...consentVersions, ...texts }
  return consentPurposes.map((purpose) => factOf(purpose, given[purpose], "sign-up", versions[purpose]))
}

export function factOf(
  purpose: ConsentPurpose,
  isGiven: boolean,
  place: ConsentPlace,
  version = consentVersions[purpose],
): ConsentFact {
  return { purpose, isGiven, basis: bases[purpose], version, place }
}
