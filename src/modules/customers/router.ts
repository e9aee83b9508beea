import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer, serve } from "#kit/serve/serve.ts"
import type { WorkTitles } from "#operations"
import { addNote } from "./add-note.ts"
import { applyTag } from "./apply-tag.ts"
import { customersContract } from "./contract.ts"
import { createTag } from "./create-tag.ts"
import { getCustomer } from "./get-customer.ts"
import { getMail } from "./get-mail.ts"
import { listCustomers } from "./list-customers.ts"
import { listMoments } from "./list-moments.ts"
import { listTags } from "./queries.ts"
import { removeNote } from "./remove-note.ts"
import { removeTag } from "./remove-tag.ts"
import { reviseNote } from "./revise-note.ts"
import { saveTag } from "./save-tag.ts"
import { searchCustomers } from "./search-customers.ts"
import { setTags } from "./set-tags.ts"

export interface CustomersRouterOptions {
  readonly titles: WorkTitles
}

export function createCustomersRouter(options: CustomersRouterOptions) {
  return serve(customersContract, {
    list: answer(permit("customers.read"), (ctx, input) => listCustomers(ctx, within(ctx.actor), input)),
    search: answer(permit("customers.read"), async (ctx, input) => ({
      items: await searchCustomers(ctx, within(ctx.actor), input),
    })),
    get: answer(permit("customers.read"), (ctx, { id }) =>
      getCustomer(ctx, within(ctx.actor), id, options.titles),
    ),
    timeline: answer(permit("customers.read"), (ctx, { id, ...filter }) =>
      listMoments(ctx, within(ctx.actor), { ...filter, accountId: id }),
    ),
    mail: answer(permit("customers.mails.read"), (ctx, { id }) => getMail(ctx, within(ctx.actor), id)),
    notes: answerNotes(),
    tags: answerTags(),
  })
}

function answerNotes(): Answers<(typeof customersContract)["notes"]> {
  return {
    add: answer(permit("customers.write"), (ctx, { id, ...note }) =>
      addNote(ctx, { accountId: id, ...note }),
    ),
    revise: answer(permit("customers.write"), (ctx, input) => reviseNote(ctx, input)),
    remove: answer(permit("customers.write"), (ctx, { id }) => removeNote(ctx, id)),
  }
}

function answerTags(): Answers<(typeof customersContract)["tags"]> {
  return {
    list: answer(permit("customers.read"), async (ctx) => ({
      items: await listTags(ctx, within(ctx.actor)),
    })),
    create: answer(permit("customers.define"), (ctx, input) => createTag(ctx, input)),
    save: answer(permit("customers.define"), (ctx, input) => saveTag(ctx, input)),
    remove: answer(permit("customers.define"), (ctx, { id }) => removeTag(ctx, id)),
    set: answer(permit("customers.write"), (ctx, { id, tagIds }) => setTags(ctx, { accountId: id, tagIds })),
    apply: answer(permit("customers.write"), (ctx, { id, ...wish }) => applyTag(ctx, { tagId: id, ...wish })),
  }
}
