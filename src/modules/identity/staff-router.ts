import { actorId } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import { type Answers, answer, answerAfter } from "#kit/serve/serve.ts"
import { isRootTenant } from "#tenancy"
import type { AccessGate, AccessSetting } from "./access-gate.ts"
import { changeStaff } from "./change-staff.ts"
import type { identityContract } from "./contract.ts"
import { endImpersonation } from "./end-impersonation.ts"
import { getPerson } from "./get-person.ts"
import { getStaffPolicy } from "./get-staff-policy.ts"
import { inviteStaff } from "./invite-staff.ts"
import { listStaff } from "./list-staff.ts"
import { listStaffInvitations } from "./list-staff-invitations.ts"
import { listStaffRoles } from "./list-staff-roles.ts"
import { grantablePermissions } from "./permissions.ts"
import { refuseOutsideAccess } from "./refuse-outside-access.ts"
import { removeStaffRole } from "./remove-staff-role.ts"
import { restoreStaff } from "./restore-staff.ts"
import { saveStaffPolicy } from "./save-staff-policy.ts"
import { saveStaffRole } from "./save-staff-role.ts"
import type { SignInMeans } from "./sign-in-router.ts"
import { startImpersonation } from "./start-impersonation.ts"
import { suspendStaff } from "./suspend-staff.ts"
import { withdrawStaffInvitation } from "./withdraw-staff-invitation.ts"

type Contract = typeof identityContract

export function answerStaff(): Answers<Contract["staff"]> {
  return {
    list: answer(permit("identity.staff.read"), async (ctx) => ({
      items: await listStaff(ctx),
      invitations: await listStaffInvitations(ctx),
    })),
    change: answer(permit("identity.staff.write"), (ctx, input) => changeStaff(ctx, input)),
    suspend: answer(permit("identity.staff.write"), (ctx, input) => suspendStaff(ctx, input)),
    restore: answer(permit("identity.staff.write"), (ctx, { id }) => restoreStaff(ctx, id)),
    invite: answer(permit("identity.staff.write"), (ctx, input) => inviteStaff(ctx, input)),
    withdraw: answer(permit("identity.staff.write"), (ctx, { id }) => withdrawStaffInvitation(ctx, id)),
  }
}

export function answerStaffRoles(): Answers<Contract["staffRoles"]> {
  return {
    list: answer(permit("identity.staff.read"), async (ctx) => ({
      items: await listStaffRoles(ctx),
      permissions: [...grantablePermissions(await isRootTenant(ctx))],
    })),
    create: answer(permit("identity.staff-roles.write"), (ctx, input) => saveStaffRole(ctx, input)),
    save: answer(permit("identity.staff-roles.write"), (ctx, input) => saveStaffRole(ctx, input)),
    remove: answer(permit("identity.staff-roles.write"), (ctx, { id }) => removeStaffRole(ctx, id)),
  }
}

/** The caller's address comes from the edge: it decides whether a list of networks would lock them out. */
export function answerStaffPolicy({
  access: gate,
}: Pick<SignInMeans, "access">): Answers<Contract["staffPolicy"]> {
  return {
    get: answerAfter(
      permit("identity.staff-policy.read"),
      async (scope) => scope.address,
      (ctx, _input, address) => getStaffPolicy(ctx, address),
    ),
    save: answerAfter(
      permit("identity.staff-policy.write"),
      async (scope, input) => {
        if (input.access) await refuseUnvouched(gate, scope, input.access)
        return scope.address
      },
      async (ctx, input, address) => {
        const { secondFactorFrom } = input
        const from = secondFactorFrom === null ? null : Temporal.Instant.from(secondFactorFrom)
        await saveStaffPolicy(ctx, { ...input, secondFactorFrom: from }, address)
        return getStaffPolicy(ctx, address)
      },
    ),
  }
}

/** Asked before the transaction: the team's keys may have to be fetched. */
async function refuseUnvouched(gate: AccessGate, scope: CallScope, setting: AccessSetting): Promise<void> {
  const { email } = await scope.transact((ctx) => getPerson(ctx, actorId(ctx.actor)))
  await refuseOutsideAccess(gate, { setting, assertion: scope.assertion, email })
}

export function answerImpersonations(): Answers<Contract["impersonations"]> {
  return {
    start: answer(permit("identity.impersonations.write"), (ctx, input) => startImpersonation(ctx, input)),
    end: answer(permit("identity.impersonations.end"), (ctx) => endImpersonation(ctx)),
  }
}
