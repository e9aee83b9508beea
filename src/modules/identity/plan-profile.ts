import type { z } from "zod"
import { identityRefusals } from "./errors.ts"
import type { profileInput } from "./member-contract.ts"
import { memberRefusals } from "./member-errors.ts"
import { readPhone } from "./phone.ts"
import { planTaxNumber } from "./vat-number.ts"

type Wish = z.infer<typeof profileInput>

/** Pure: what somebody typed, as the rows keep it. */
export function planProfile(wish: Wish) {
  const taxIds = wish.taxIds.map((one, index) => ({
    ...one,
    number: planTaxNumber(one.country, one.number, `taxIds/${index}/number`),
  }))
  const contacts = wish.contacts.map((one) => ({ ...one, email: one.email.toLowerCase() }))
  refuseTwice("taxIds", "country", taxIds)
  refuseTwice("contacts", "email", contacts)
  refuseTwice("addresses", "label", wish.addresses)
  const company = wish.kind === "business" ? wish.company || null : null
  return {
    taxIds,
    contacts,
    addresses: wish.addresses,
    account: {
      kind: wish.kind,
      name: company ?? wish.personName,
      personName: wish.personName,
      company,
      email: wish.email.toLowerCase(),
      phone: wish.phone ? readOwnPhone(wish.phone, wish.country) : null,
      language: wish.language,
      country: wish.country,
      addressLines: [...wish.addressLines],
      purchaseOrder: wish.purchaseOrder || null,
      // The number that belongs to the billing address is the one invoices carry.
      taxId: (taxIds.find((one) => one.country === wish.country) ?? taxIds[0])?.number ?? null,
    },
  }
}

function readOwnPhone(text: string, country: string): string {
  return readPhone(text, country) ?? identityRefusals.refuse("identity.phone_wrong", {}, { field: "phone" })
}

function refuseTwice<Key extends string>(
  list: string,
  key: Key,
  parts: readonly Readonly<Record<Key, string>>[],
): void {
  const seen = new Set<string>()
  for (const [index, part] of parts.entries()) {
    if (seen.has(part[key])) {
      memberRefusals.refuse(
        "identity.twice_the_same",
        { what: part[key] },
        { field: `${list}/${index}/${key}` },
      )
    }
    seen.add(part[key])
  }
}
