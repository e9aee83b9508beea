import { expect } from "vitest"
import { getInvitationLetter } from "#identity"
import type { Company } from "./company.ts"

/** Somebody with a role of the given permissions, asked by mail and come. */
export async function hire(company: Company, permissions: string[]) {
  const { staff, staffRoles } = company.operator.api.identity
  const role = await staffRoles.create({ name: `Role of ${permissions.length}`, permissions })
  const person = await company.customer()
  const { id } = await staff.invite({ email: person.email, roleId: role.id })
  const { keyring, inTenant } = company.ground
  const { token } = await inTenant(company.tenant, (ctx) => getInvitationLetter(ctx, keyring, id))
  expect(await person.api.identity.invitations.accept({ token })).toEqual({ accountId: null })
  const colleague = await company.again(person)
  const staffId = (await staff.list()).items.find((one) => one.personId === person.personId)?.id ?? ""
  return { colleague, staffId, roleId: role.id }
}
