import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { auditContract } from "./contract.ts"
import type { NameThings } from "./name-things.ts"
import { listAuditEntries } from "./queries.ts"

/** What things are called is lent by a later module: the audit knows nothing of orders and services. */
export function createAuditRouter({ nameThings }: { readonly nameThings: NameThings }) {
  return serve(auditContract, {
    entries: {
      list: answer(permit("audit.entries.read"), (ctx, input) =>
        listAuditEntries(ctx, within(ctx.actor), input, nameThings),
      ),
    },
  })
}
