import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { noticesContract } from "./contract.ts"
import { getNotice } from "./get-notice.ts"
import { listNotices } from "./list-notices.ts"
import { publishNotice } from "./publish-notice.ts"
import { getOwnNotice, listOwnNotices, sumUpOwnNotices } from "./queries.ts"
import { readNotice } from "./read-notice.ts"
import { saveNotice } from "./save-notice.ts"
import { withdrawNotice } from "./withdraw-notice.ts"

export const noticesRouter = serve(noticesContract, {
  list: answer(permit("notices.read"), (ctx, page) => listNotices(ctx, within(ctx.actor), page)),
  get: answer(permit("notices.read"), (ctx, { id }) => getNotice(ctx, within(ctx.actor), id)),
  create: answer(permit("notices.write"), (ctx, input) => saveNotice(ctx, input)),
  save: answer(permit("notices.write"), (ctx, input) => saveNotice(ctx, input)),
  publish: answer(permit("notices.write"), (ctx, input) => publishNotice(ctx, input)),
  withdraw: answer(permit("notices.write"), (ctx, { id }) => withdrawNotice(ctx, id)),
  own: {
    list: answer(permit("notices.own.read"), (ctx, page) => listOwnNotices(ctx, within(ctx.actor), page)),
    summary: answer(permit("notices.own.read"), (ctx) => sumUpOwnNotices(ctx, within(ctx.actor))),
    get: answer(permit("notices.own.read"), (ctx, { id }) => getOwnNotice(ctx, within(ctx.actor), id)),
    read: answer(permit("notices.own.read"), (ctx, { id }) => readNotice(ctx, id)),
  },
})
