import type { Say } from "#kit/refusal.ts"

/** A rate as the program knows it: where it holds, from which day, and who says so. */
export interface KnownRate {
  readonly country: string
  readonly percent: string
  readonly from: string
  readonly until: string | null
  readonly label: Say
  readonly source: string
}

const vat = { en: "VAT", ko: "부가가치세" }
const koreanVat = { en: "VAT", ko: "부가세" }
const commission = "European Commission, Taxes in Europe Database (standard rate)"

/** "DE 19 2021-01-01": standard rates, each with the one before it where that ended lately. */
const european = `
AT 20 1984-01-01; BE 21 1996-01-01; BG 20 1999-01-01; HR 25 2012-03-01; CY 19 2014-01-13; CZ 21 2013-01-01;
DK 25 1992-01-01; EE 22 2024-01-01 2025-06-30; EE 24 2025-07-01; FI 24 2013-01-01 2024-08-31; FI 25.5 2024-09-01;
FR 20 2014-01-01; DE 19 2021-01-01; GR 24 2016-06-01; HU 27 2012-01-01; IE 23 2021-03-01; IT 22 2013-10-01;
LV 21 2012-07-01; LT 21 2009-09-01; LU 17 2024-01-01; MT 18 2004-01-01; NL 21 2012-10-01; PL 23 2011-01-01;
PT 23 2011-01-01; RO 19 2017-01-01 2025-07-31; RO 21 2025-08-01; SK 20 2011-01-01 2024-12-31; SK 23 2025-01-01;
SI 22 2013-07-01; ES 21 2012-09-01; SE 25 1990-07-01`

/** What a shop that registers finds filled in. Its own rows rule from then on: these are only where they begin. */
export const knownRates: readonly KnownRate[] = [
  ...european.split(";").map((text) => {
    const [country = "", percent = "", from = "", until = null] = text.trim().split(" ")
    return { country, percent, from, until, label: vat, source: commission }
  }),
  {
    country: "KR",
    percent: "10",
    from: "1977-07-01",
    until: null,
    label: koreanVat,
    source: "부가가치세법 제30조(세율)",
  },
]
