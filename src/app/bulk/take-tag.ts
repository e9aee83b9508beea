import { applyTag, listTags } from "#customers"
import type { BulkAct } from "#desk"
import { within } from "#kit/context.ts"

export const takeTag: BulkAct = {
  name: "customers.tag-take",
  say: { en: "Remove a tag", ko: "태그 제거" },
  warns: {
    en: "The tag you choose is taken from each of them.",
    ko: "선택한 고객 모두에서 태그를 제거합니다.",
  },
  permission: "customers.write",
  needsReason: false,
  choices: async (ctx) =>
    (await listTags(ctx, within(ctx.actor))).map(({ id, name }) => ({ value: id, label: name })),
  run: async (ctx, id, { choice }) => {
    await applyTag(ctx, { tagId: choice, accountIds: [id], isGiven: false })
  },
}
