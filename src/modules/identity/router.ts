import { within } from "#kit/context.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import type { ApiKeyKind } from "./api-key.ts"
import { identityContract } from "./contract.ts"
import { createApiKey } from "./create-api-key.ts"
import { findPolicy } from "./find-policy.ts"
import { getMe } from "./get-me.ts"
import { answerInvitations, answerMembers, answerOwnership, answerProfiles } from "./member-router.ts"
import { answerPerson } from "./person-router.ts"
import { proved } from "./proof.ts"
import { getAccountView, listAccounts, listApiKeys } from "./queries.ts"
import { reportNotMe } from "./report-not-me.ts"
import { revokeApiKey } from "./revoke-api-key.ts"
import { rotateApiKey } from "./rotate-api-key.ts"
import { savePolicy } from "./save-policy.ts"
import { answerConsents, answerSecurity } from "./security-router.ts"
import { answerPasswords, answerSignInLinks, answerSignUps, type SignInMeans } from "./sign-in-router.ts"
import { answerImpersonations, answerStaff, answerStaffPolicy, answerStaffRoles } from "./staff-router.ts"

export interface IdentityRouterOptions extends SignInMeans {
  readonly apiKeyKind: ApiKeyKind
}

export function createIdentityRouter(options: IdentityRouterOptions) {
  return serve(identityContract, {
    me: {
      get: answer(permitEveryone("It says only who the caller is."), (ctx) => getMe(ctx)),
    },
    signUps: answerSignUps(options),
    passwords: answerPasswords(options),
    ways: {
      get: answer(permitEveryone("the sign-in page has to know what to offer"), async (ctx) => ({
        links: (await findPolicy(ctx)).allowsMagicLinks,
      })),
    },
    signInLinks: answerSignInLinks(options),
    notMe: answer(permitEveryone("the link in the mail is the proof, and works once"), (ctx, { token }) =>
      reportNotMe(ctx, options.keyring, token),
    ),
    security: answerSecurity(options),
    policy: {
      get: answer(permit("identity.policy.write"), (ctx) => findPolicy(ctx)),
      save: answer(
        permit("identity.policy.write"),
        proved((ctx, input) => savePolicy(ctx, input)),
      ),
    },
    consents: answerConsents(),
    accounts: {
      list: answer(permit("identity.accounts.read"), (ctx, input) =>
        listAccounts(ctx, within(ctx.actor), input),
      ),
      get: answer(permit("identity.accounts.read"), (ctx, input) =>
        getAccountView(ctx, within(ctx.actor), input.id),
      ),
    },
    person: answerPerson(options),
    profiles: answerProfiles(),
    members: answerMembers(),
    invitations: answerInvitations(options.keyring),
    ownership: answerOwnership(),
    staff: answerStaff(),
    staffRoles: answerStaffRoles(),
    staffPolicy: answerStaffPolicy(options),
    impersonations: answerImpersonations(),
    apiKeys: {
      list: answer(permit("identity.api-keys.read"), (ctx, input) =>
        listApiKeys(ctx, within(ctx.actor), input),
      ),
      create: answer(
        permit("identity.api-keys.write"),
        proved((ctx, input) => createApiKey(ctx, { ...input, kind: options.apiKeyKind })),
      ),
      // It shows a secret as creating one does.
      rotate: answer(
        permit("identity.api-keys.write"),
        proved((ctx, input) => rotateApiKey(ctx, { ...input, kind: options.apiKeyKind })),
      ),
      revoke: answer(permit("identity.api-keys.write"), (ctx, input) => revokeApiKey(ctx, input.id)),
    },
  })
}
