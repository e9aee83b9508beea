import { keepProof } from "#tax"
import { DEMO_TENANT } from "../demo/demo-tenant.ts"
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
  const proofId = await keepUnproved(company, customer?.id ?? "")
  const exemptionId = items[0]?.id ?? ""
  return {
    "tax/exemptions": { own: exemptionId, foreign: exemptionId },
    "tax/place-proofs": { own: proofId, foreign: proofId },
    "tax/products": { own: productId, foreign: productId },
    "tax/registrations": { own: id, foreign: id },
  }
}

/** An invoice of a consumer whose place stands on one piece of evidence. */
async function keepUnproved(company: Company, accountId: string): Promise<string> {
  await company.ground.inTenant(DEMO_TENANT, (ctx) =>
    keepProof(ctx, {
      accountId,
      documentId: ctx.newId("inv"),
      documentNumber: "INV-2000-000001",
      snapshot: {
        ground: "registered",
        decidedOn: "2000-01-01",
        place: { country: "DE", region: "" },
        registration: null,
        evidence: [{ kind: "address", country: "DE" }],
        label: { en: "VAT", ko: "부가세" },
        mode: "per_document",
        rate: "19/100",
        inside: null,
      },
    }),
  )
  const { items } = await company.operator.api.tax.placeProofs.list({})
  return items[0]?.id ?? ""
}
