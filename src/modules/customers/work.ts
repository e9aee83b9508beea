import type { FileStore } from "#kit/files.ts"
import { defineWork, type WorkKind } from "#kit/work/define.ts"
import { inviteImported } from "./invite-imported.ts"
import { deleteFileHead, inviteImportedHead } from "./work-heads.ts"

/** Every work of this module with its body, for whoever plays work. */
export function customersWork(means: { readonly files: FileStore }): WorkKind[] {
  return [
    defineWork({
      ...deleteFileHead,
      run: async (work, { key }) => {
        // Deleting what is gone already is nothing to the store, so a second try is harmless.
        await work.call("delete", () => means.files.delete(work.tenant, key))
      },
    }),
    defineWork({
      ...inviteImportedHead,
      run: async (work, { importId }) => {
        // Batches are steps: after a crash those that were written down aren't invited again.
        for (let from: number | null = 0; from !== null; ) {
          const begin: number = from
          from = await work.record(`invite from ${begin}`, (ctx) =>
            inviteImported(ctx, { importId, from: begin }),
          )
        }
      },
    }),
  ] as WorkKind[]
}
