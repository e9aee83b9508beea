import type { Language } from "#kit/refusal.ts"
import type { Place } from "./tax-book.ts"
import type { TaxGround, TaxSnapshot, UnprovedNumber } from "./tax-terms.ts"

const words: Readonly<Record<Language, Readonly<Record<TaxGround, string>>>> = {
  en: {
    one_rate: "",
    registered: "The tax of {place} is charged, where the seller is registered ({number}).",
    home: "The tax of the seller's own country is charged ({number}).",
    reverse_charge:
      "Reverse charge: the recipient owes the VAT (Articles 44 and 196 of Directive 2006/112/EC). VAT number of the recipient: {number}.",
    exempt: "No tax: exempt by certificate {number} ({place}, valid until {until}).",
    outside: "No tax: the seller is not registered for tax in {place}.",
  },
  ko: {
    one_rate: "",
    registered: "판매자가 등록된 지역의 세금이 적용됩니다: {place} (등록번호 {number})",
    home: "판매자 소재국의 세금이 적용됩니다. (등록번호 {number})",
    reverse_charge:
      "대리납부(Reverse charge): 부가가치세 납부 의무는 공급받는 자에게 있습니다(EU 지침 2006/112/EC 제44조·제196조). 공급받는 자의 VAT 번호: {number}",
    exempt: "면세: 면세 증명서 {number} ({place}, 유효기간 {until}까지)",
    outside: "세금 없음: 판매자가 세금 등록을 하지 않은 지역입니다({place}).",
  },
}

const unproved = {
  en: {
    pending:
      "VIES has not confirmed the VAT number {number} yet, so the tax is charged. It is asked again by itself; once it is confirmed, please ask us for a correction.",
    invalid:
      "VIES does not know the VAT number {number}, so the tax is charged. Please check the number in your billing profile, and with your tax office whether it is activated for trade within the EU.",
  },
  ko: {
    pending:
      "VAT 번호({number})가 VIES에서 아직 확인되지 않아 세금이 부과됩니다. 자동으로 다시 조회하며, 확인된 뒤 정정을 요청하실 수 있습니다.",
    invalid:
      "VAT 번호({number})가 VIES에 등록되어 있지 않아 세금이 부과됩니다. 청구 정보의 번호가 맞는지, EU 역내 거래용으로 등록되어 있는지 관할 세무서에 확인해 주세요.",
  },
} as const

/** Why this tax and no other, in a sentence; empty where one rate is everybody's. */
export function sayTax(snapshot: TaxSnapshot, language: Language): string {
  const { ground, place, registration, proof } = snapshot
  const given: Readonly<Record<string, string>> = {
    place: namePlaceOf(proof?.place ?? place, language),
    until: proof?.until ?? "",
    number: proof?.number ?? registration?.number ?? "",
  }
  const why = words[language][ground].replaceAll(/\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole)
  const more = snapshot.unproved ? sayUnproved(snapshot.unproved, language) : ""
  return [why, more].filter((part) => part !== "").join(" ")
}

function namePlaceOf(place: Place | null, language: Language): string {
  return place ? namePlace(place, language) : ""
}

/** Why a VAT number did not take the tax away, and what its holder can do. */
export function sayUnproved({ number, state }: UnprovedNumber, language: Language): string {
  return unproved[language][state].replace("{number}", number)
}

/** "Germany", "United States (TX)". */
export function namePlace(
  { country, region }: { readonly country: string; readonly region: string },
  language: Language,
): string {
  const name = new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(country) ?? country
  return region ? `${name} (${region})` : name
}
