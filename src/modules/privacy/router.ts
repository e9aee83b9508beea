import { requireProvedSession, requireSession } from "#identity"
import { within } from "#kit/context.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"
import { type RetentionId, retentionIds } from "#tenancy"
import { changeRetention } from "./change-retention.ts"
import { privacyContract } from "./contract.ts"
import { downloadExport } from "./download-export.ts"
import { privacyRefusals } from "./errors.ts"
import { getStanding } from "./get-standing.ts"
import { listRetention } from "./list-retention.ts"
import type { PrivacyDoors } from "./means.ts"
import { listErasures, listExports } from "./queries.ts"
import { requestErasure } from "./request-erasure.ts"
import { requestExport } from "./request-export.ts"
import type { Forgetters } from "./sweep-retention.ts"
import { unsubscribe } from "./unsubscribe.ts"
import { withdrawErasure } from "./withdraw-erasure.ts"
import { withdrawErasureByLink } from "./withdraw-erasure-by-link.ts"

const own = permit("privacy.self.manage")
const done = { done: true } as const

/** One's own asks for one's own session, and for a fresh proof before data leaves or goes. */
export function createPrivacyRouter(doors: PrivacyDoors & { readonly forgetters: Forgetters }) {
  return serve(privacyContract, {
    own: {
      get: answer(own, (ctx) => getStanding(ctx, doors, requireSession(ctx).personId)),
      requestExport: answer(own, (ctx) =>
        requestExport(ctx, { personId: requireProvedSession(ctx).personId }),
      ),
      download: answerLive(own, async (scope, { id }) =>
        downloadExport(doors, scope, { id, personId: requireProvedSession(scope).personId }),
      ),
      requestErasure: answer(own, (ctx) =>
        requestErasure(ctx, doors, { personId: requireProvedSession(ctx).personId }),
      ),
      withdrawErasure: answer(own, async (ctx) => {
        await withdrawErasure(ctx, requireSession(ctx).personId)
        return done
      }),
    },
    undo: {
      withdraw: answer(
        permitEveryone("the link in the mail is the proof, and it only takes back"),
        async (ctx, { token }) => {
          await withdrawErasureByLink(ctx, doors.keyring, token)
          return done
        },
      ),
      unsubscribe: answer(
        permitEveryone("the link in the mail is the proof, and it only says no more"),
        async (ctx, { token }) => {
          await unsubscribe(ctx, doors.keyring, token)
          return done
        },
      ),
    },
    people: {
      get: answer(permit("privacy.people.read"), (ctx, { id }) => getStanding(ctx, doors, id)),
      requestExport: answer(permit("privacy.people.write"), (ctx, { id, reason }) =>
        requestExport(ctx, { personId: id, reason }),
      ),
      requestErasure: answer(permit("privacy.people.write"), (ctx, { id, reason }) =>
        requestErasure(ctx, doors, { personId: id, reason }),
      ),
      withdrawErasure: answer(permit("privacy.people.write"), async (ctx, { id }) => {
        await withdrawErasure(ctx, id)
        return done
      }),
    },
    retention: {
      list: answer(permit("privacy.retention.read"), async (ctx) => ({
        items: await listRetention(ctx, doors.forgetters),
      })),
      change: answer(permit("privacy.retention.write"), async (ctx, { id, keep }) => {
        await changeRetention(ctx, { id: readRetentionId(id), keep })
        return done
      }),
    },
    exports: {
      list: answer(permit("privacy.people.read"), (ctx, input) => listExports(ctx, within(ctx.actor), input)),
    },
    erasures: {
      list: answer(permit("privacy.people.read"), (ctx, input) =>
        listErasures(ctx, within(ctx.actor), input),
      ),
    },
  })
}

function readRetentionId(text: string): RetentionId {
  const id = retentionIds.find((one) => one === text)
  return id ?? privacyRefusals.refuse("privacy.retention_missing", { id: text })
}
