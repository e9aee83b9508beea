import type { NameThings } from "#audit"
import { within } from "#kit/context.ts"
import type { FileStore } from "#kit/files.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer, answerAfter, answerLive, serve } from "#kit/serve/serve.ts"
import type { WorkTitles } from "#operations"
import { addNote } from "./add-note.ts"
import { applyTag } from "./apply-tag.ts"
import { confirmImport } from "./confirm-import.ts"
import { customersContract } from "./contract.ts"
import { createField } from "./create-field.ts"
import { createTag } from "./create-tag.ts"
import { getCustomer } from "./get-customer.ts"
import { getImport } from "./get-import.ts"
import { listCustomers } from "./list-customers.ts"
import { listFields } from "./list-fields.ts"
import { listImports } from "./list-imports.ts"
import { listMoments } from "./list-moments.ts"
import { mergeCustomers } from "./merge-customers.ts"
import { planMerge } from "./plan-merge.ts"
import { previewImport } from "./preview-import.ts"
import { listTags } from "./queries.ts"
import { readFile } from "./read-file.ts"
import { receiveFile } from "./receive-file.ts"
import { removeField } from "./remove-field.ts"
import { removeFile } from "./remove-file.ts"
import { removeNote } from "./remove-note.ts"
import { removeTag } from "./remove-tag.ts"
import { reviseNote } from "./revise-note.ts"
import { saveField } from "./save-field.ts"
import { saveTag } from "./save-tag.ts"
import { searchCustomers } from "./search-customers.ts"
import { setFields } from "./set-fields.ts"
import { setTags } from "./set-tags.ts"
import { storeFile } from "./store-file.ts"

export interface CustomersRouterOptions {
  readonly files: FileStore
  readonly titles: WorkTitles
  /** Lent by a later module: customers know nothing of quotes and services. */
  readonly nameThings: NameThings
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
      listMoments(ctx, within(ctx.actor), { ...filter, accountId: id }, options.nameThings),
    ),
    notes: answerNotes(),
    tags: answerTags(),
    fields: answerFields(),
    files: answerFiles(options.files),
    imports: answerImports(),
    merges: {
      preview: answer(permit("customers.merge"), (ctx, { id, intoId }) =>
        planMerge(ctx, { fromId: id, intoId }),
      ),
      merge: answer(permit("customers.merge"), (ctx, { id, ...wish }) =>
        mergeCustomers(ctx, { fromId: id, ...wish }),
      ),
    },
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

function answerFields(): Answers<(typeof customersContract)["fields"]> {
  return {
    list: answer(permit("customers.read"), async (ctx) => ({
      items: await listFields(ctx, within(ctx.actor)),
    })),
    create: answer(permit("customers.define"), (ctx, input) => createField(ctx, input)),
    save: answer(permit("customers.define"), (ctx, input) => saveField(ctx, input)),
    remove: answer(permit("customers.define"), (ctx, { id }) => removeField(ctx, id)),
    set: answer(permit("customers.write"), (ctx, { id, values }) =>
      setFields(ctx, { accountId: id, values }),
    ),
  }
}

function answerFiles(store: FileStore): Answers<(typeof customersContract)["files"]> {
  return {
    store: answerAfter(
      permit("customers.write"),
      (scope, { id, file }) => receiveFile(scope, store, { accountId: id, file }),
      (ctx, { id }, stored) => storeFile(ctx, { accountId: id, stored }),
    ),
    content: answerLive(permit("customers.files.read"), (scope, { id }) => readFile(scope, store, id)),
    remove: answer(permit("customers.write"), (ctx, { id }) => removeFile(ctx, id)),
  }
}

function answerImports(): Answers<(typeof customersContract)["imports"]> {
  return {
    preview: answerAfter(
      permit("customers.import"),
      async (_scope, { file }) => new Uint8Array(await file.arrayBuffer()),
      (ctx, { file }, bytes) => previewImport(ctx, { name: file.name, bytes }),
    ),
    list: answer(permit("customers.import"), (ctx, input) => listImports(ctx, within(ctx.actor), input)),
    get: answer(permit("customers.import"), (ctx, { id }) => getImport(ctx, within(ctx.actor), id)),
    confirm: answer(permit("customers.import"), (ctx, input) => confirmImport(ctx, input)),
  }
}
