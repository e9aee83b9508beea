import { defaultAbout } from "./default-about.ts"
import { defaultAcceptableUse } from "./default-acceptable-use.ts"
import { defaultPrivacy } from "./default-privacy.ts"
import { defaultServiceLevels } from "./default-service-levels.ts"
import { defaultTerms } from "./default-terms.ts"
import type { FixedPage, PageText } from "./page.ts"

/** What stands in a shop that has not published its own yet: plainly templates, for its operator to review. */
export const defaultTexts: Readonly<Record<FixedPage, PageText>> = {
  terms: defaultTerms,
  privacy: defaultPrivacy,
  "acceptable-use": defaultAcceptableUse,
  "service-levels": defaultServiceLevels,
  about: defaultAbout,
}

/** The day these templates were written; the version that people agreed to where nothing else was in force. */
export const TEMPLATE_VERSION = "2026-11-01"
