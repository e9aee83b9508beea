import { within } from "#kit/context.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import type { ApiKeyKind } from "./api-key.ts"
import { identityContract } from "./contract.ts"
import { createApiKey } from "./create-api-key.ts"
import { getMe } from "./get-me.ts"
import { answerInvitations, answerMembers, answerOwnership, answerProfiles } from "./member-router.ts"
import { getAccountView, listAccounts, listApiKeys } from "./queries.ts"
import { revokeApiKey } from "./revoke-api-key.ts"
import { rotateApiKey } from "./rotate-api-key.ts"
import { answerPasswords, answerSignUps, type SignInMeans } from "./sign-in-router.ts"
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
    accounts: {
      list: answer(permit("identity.accounts.read"), (ctx, input) =>
        listAccounts(ctx, within(ctx.actor), input),
      ),
      get: answer(permit("identity.accounts.read"), (ctx, input) =>
        getAccountView(ctx, within(ctx.actor), input.id),
      ),
    },
    profiles: answerProfiles(),
    members: answerMembers(),
    invitations: answerInvitations(options.keyring),
    ownership: answerOwnership(),
    staff: answerStaff(),
    staffRoles: answerStaffRoles(),
    staffPolicy: answerStaffPolicy(),
    impersonations: answerImpersonations(),
    apiKeys: {
      list: answer(permit("identity.api-keys.read"), (ctx, input) =>
        listApiKeys(ctx, within(ctx.actor), input),
      ),
      create: answer(permit("identity.api-keys.write"), (ctx, input) =>
        createApiKey(ctx, { ...input, kind: options.apiKeyKind }),
      ),
      rotate: answer(permit("identity.api-keys.write"), (ctx, input) =>
        rotateApiKey(ctx, { ...input, kind: options.apiKeyKind }),
      ),
      revoke: answer(permit("identity.api-keys.write"), (ctx, input) => revokeApiKey(ctx, input.id)),
    },
  })
}
