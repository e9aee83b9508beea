import { within } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { acceptInvitation } from "./accept-invitation.ts"
import { acceptOwnership } from "./accept-ownership.ts"
import { changeMember } from "./change-member.ts"
import type { identityContract } from "./contract.ts"
import { getProfile } from "./get-profile.ts"
import { getTeam } from "./get-team.ts"
import { inviteMember } from "./invite-member.ts"
import { leaveAccount } from "./leave-account.ts"
import { lookAtInvitation } from "./look-at-invitation.ts"
import { offerOwnership } from "./offer-ownership.ts"
import { removeMember } from "./remove-member.ts"
import { resendInvitation } from "./resend-invitation.ts"
import { saveProfile } from "./save-profile.ts"
import { withdrawInvitation } from "./withdraw-invitation.ts"
import { withdrawOwnership } from "./withdraw-ownership.ts"

type Contract = typeof identityContract

const byInvitation = permitEveryone("the mailed link and a sign-in with its address are the proof together")

export function answerProfiles(): Answers<Contract["profiles"]> {
  return {
    get: answer(permit("identity.profiles.read"), (ctx, { id }) => getProfile(ctx, within(ctx.actor), id)),
    save: answer(permit("identity.profiles.write"), (ctx, { id, ...profile }) =>
      saveProfile(ctx, id, profile),
    ),
  }
}

export function answerMembers(): Answers<Contract["members"]> {
  return {
    team: answer(permit("identity.members.read"), (ctx, { id }) => getTeam(ctx, within(ctx.actor), id)),
    change: answer(permit("identity.members.write"), (ctx, input) => changeMember(ctx, input)),
    remove: answer(permit("identity.members.write"), (ctx, { id }) => removeMember(ctx, id)),
    leave: answer(permit("identity.members.leave"), (ctx, { id }) => leaveAccount(ctx, id)),
  }
}

export function answerInvitations(keyring: Keyring): Answers<Contract["invitations"]> {
  return {
    create: answer(permit("identity.members.write"), (ctx, { id, ...wish }) =>
      inviteMember(ctx, { accountId: id, ...wish }),
    ),
    resend: answer(permit("identity.members.write"), (ctx, { id }) => resendInvitation(ctx, id)),
    withdraw: answer(permit("identity.members.write"), (ctx, { id }) => withdrawInvitation(ctx, id)),
    look: answer(byInvitation, (ctx, { token }) => lookAtInvitation(ctx, keyring, token)),
    accept: answer(byInvitation, (ctx, { token }) => acceptInvitation(ctx, keyring, token)),
  }
}

export function answerOwnership(): Answers<Contract["ownership"]> {
  return {
    offer: answer(permit("identity.ownership.write"), (ctx, { id, memberId }) =>
      offerOwnership(ctx, { accountId: id, memberId }),
    ),
    accept: answer(permit("identity.ownership.answer"), (ctx, { id }) => acceptOwnership(ctx, id)),
    withdraw: answer(permit("identity.ownership.answer"), (ctx, { id }) => withdrawOwnership(ctx, id)),
  }
}
