import { applyTag, listTags } from "#customers"
import type { BulkAct } from "#desk"
import { within } from "#kit/context.ts"

export const giveTag: BulkAct = {
  name: "customers.tag-give",
  say: { en: "Add a tag", ko: "태그 추가" },
  warns: { en: "Each of them gets the tag you choose.", ko: "선택한 고객 모두에 태그를 추가합니다." },
  permission: "customers.write",
  needsReason: false,
  choices: async (ctx) =>
    (await listTags(ctx, within(ctx.actor))).map(({ id, name }) => ({ value: id, label: name })),
  run: async (ctx, id, { choice }) => {
    await applyTag(ctx, { tagId: choice, accountIds: [id], isGiven: true })
  },
}
