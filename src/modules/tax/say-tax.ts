import type { Language } from "#kit/refusal.ts"
import type { TaxGround, TaxSnapshot } from "./tax-terms.ts"

const words: Readonly<Record<Language, Readonly<Record<TaxGround, string>>>> = {
  en: {
    one_rate: "",
    registered: "The tax of {place} is charged, where the seller is registered ({number}).",
    home: "The tax of the seller's own country is charged ({number}).",
    reverse_charge:
      "Reverse charge: the recipient owes the VAT (Articles 44 and 196 of Directive 2006/112/EC). VAT number of the recipient: {number}.",
    exempt: "No tax: exempt by certificate {number} ({place}).",
    outside: "No tax: the seller is not registered for tax in {place}.",
  },
  ko: {
    one_rate: "",
    registered: "판매자가 등록된 지역의 세금이 적용됩니다: {place} (등록번호 {number})",
    home: "판매자 소재국의 세금이 적용됩니다. (등록번호 {number})",
    reverse_charge:
      "대리납부(Reverse charge): 부가가치세 납부 의무는 공급받는 자에게 있습니다(EU 지침 2006/112/EC 제44조·제196조). 공급받는 자의 VAT 번호: {number}",
    exempt: "면세: 면세 증명서 {number} ({place})",
    outside: "세금 없음: 판매자가 세금 등록을 하지 않은 지역입니다({place}).",
  },
}

/** Why this tax and no other, in a sentence; empty where one rate is everybody's. */
export function sayTax(snapshot: TaxSnapshot, language: Language): string {
  const { ground, place, registration, proof } = snapshot
  const given: Readonly<Record<string, string>> = {
    place: place ? namePlace(place, language) : "",
    number: proof?.number ?? registration?.number ?? "",
  }
  return words[language][ground].replaceAll(/\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole)
}

/** "Germany", "United States (TX)". */
export function namePlace(
  { country, region }: { readonly country: string; readonly region: string },
  language: Language,
): string {
  const name = new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(country) ?? country
  return region ? `${name} (${region})` : name
}
