import type { Company } from "./company.ts"

/** Of the shop, and so everybody's: a registration, and the class of a product. */
export async function furnishTax(
  company: Company,
  productId: string,
): Promise<Readonly<Record<string, { readonly own: string; readonly foreign: string }>>> {
  const { registrations } = await company.operator.api.tax.registrations.add({
    country: "KR",
    number: "101-81-00001",
    scheme: "local",
    from: "2020-01-01",
  })
  const id = registrations[0]?.id ?? ""
  return {
    "tax/products": { own: productId, foreign: productId },
    "tax/registrations": { own: id, foreign: id },
  }
}
