import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { ledgerContract } from "./contract.ts"
import { getTrialBalance } from "./get-trial-balance.ts"
import { listBookedTransfers } from "./list-booked-transfers.ts"
import { readJournal } from "./read-journal.ts"

export const ledgerRouter = serve(ledgerContract, {
  trialBalance: {
    get: answer(permit("ledger.books.read"), (ctx, input) => getTrialBalance(ctx, within(ctx.actor), input)),
  },
  transfers: {
    list: answer(permit("ledger.books.read"), (ctx, input) =>
      listBookedTransfers(ctx, within(ctx.actor), input),
    ),
  },
  journal: {
    read: answer(permit("ledger.books.read"), (ctx, input) => readJournal(ctx, input)),
  },
})
