import type { Company } from "./company.ts"

/** Of the shop, and so everybody's: a registration, the class of a product, and a customer's certificate. */
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
  const [customer] = (await company.operator.api.customers.list({ limit: 1 })).items
  const { items } = await company.operator.api.tax.exemptions.add({
    id: customer?.id ?? "",
    country: "FR",
    number: "1",
    from: "2020-01-01",
    until: "2099-12-31",
    reference: "a trial",
  })
  const exemptionId = items[0]?.id ?? ""
  return {
    "tax/exemptions": { own: exemptionId, foreign: exemptionId },
    "tax/products": { own: productId, foreign: productId },
    "tax/registrations": { own: id, foreign: id },
  }
}
