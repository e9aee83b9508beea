import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { auditContract } from "./contract.ts"
import { listAuditEntries } from "./queries.ts"

export const auditRouter = serve(auditContract, {
  entries: {
    list: answer(permit("audit.entries.read"), (ctx, input) =>
      listAuditEntries(ctx, within(ctx.actor), input),
    ),
  },
})
