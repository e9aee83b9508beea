import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"
import { paperworkContract } from "./contract.ts"
import { createDraft } from "./create-draft.ts"
import { describeDraft } from "./describe-draft.ts"
import { describeDrafts } from "./describe-drafts.ts"
import { named } from "./named.ts"
import { getDraft, listDrafts } from "./queries.ts"
import { answerQuotes } from "./quote-router.ts"
import { readStatement } from "./read-statement.ts"
import { readStatementSheet } from "./read-statement-sheet.ts"
import { renderStatement } from "./render-statement.ts"
import { saveDraft } from "./save-draft.ts"
import { sendDraft } from "./send-draft.ts"
import { throwAwayDraft } from "./throw-away-draft.ts"

export const paperworkRouter = serve(paperworkContract, {
  quotes: answerQuotes(),
  statements: {
    get: answer(permit("paperwork.statements.read"), (ctx, wish) =>
      readStatement(ctx, within(ctx.actor), wish),
    ),
    /** Printing takes milliseconds of pure computing: no transaction is held meanwhile. */
    pdf: answerLive(permit("paperwork.statements.read"), async (scope, wish) =>
      renderStatement(await scope.transact((ctx) => readStatementSheet(ctx, within(ctx.actor), wish))),
    ),
  },
  drafts: {
    list: answer(permit("paperwork.drafts.read"), async (ctx, input) => {
      const page = await listDrafts(ctx, within(ctx.actor), input)
      return { ...page, items: await named(ctx, await describeDrafts(ctx, page.items)) }
    }),
    get: answer(permit("paperwork.drafts.read"), async (ctx, { id }) =>
      describeDraft(ctx, await getDraft(ctx, within(ctx.actor), id)),
    ),
    create: answer(permit("paperwork.drafts.write"), async (ctx, wish) =>
      describeDraft(ctx, await createDraft(ctx, wish)),
    ),
    save: answer(permit("paperwork.drafts.write"), async (ctx, wish) =>
      describeDraft(ctx, await saveDraft(ctx, wish)),
    ),
    throwAway: answer(permit("paperwork.drafts.write"), (ctx, { id }) => throwAwayDraft(ctx, id)),
    send: answer(permit("paperwork.drafts.write"), async (ctx, { id }) =>
      describeDraft(ctx, await sendDraft(ctx, id)),
    ),
  },
})
