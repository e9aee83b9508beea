import type { NameThings } from "#audit"
import type { Context } from "#kit/context.ts"
import { getOperation, type OperationDetail } from "#kit/work/queries.ts"
import { type TroubleKind, troubles } from "#kit/work/trouble.ts"
import { sendMessage, workStuck } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import type { WorkTitles } from "./describe-operation.ts"

/** Tells the shop's own people that something waits for them: once each time it gets stuck. */
export async function alertStaff(
  ctx: Context,
  titles: WorkTitles,
  nameThings: NameThings,
  fact: { operationId: string; why: string; trouble?: TroubleKind | undefined; eventId: string },
): Promise<void> {
  const operation = await getOperation(ctx, fact.operationId)
  const settings = await getSettings(ctx)
  const language = settings.defaultLanguage
  const { says, advice } = troubles[fact.trouble ?? "undecided"]
  await sendMessage(ctx, {
    template: workStuck,
    to: { name: settings.name, address: settings.seller.email },
    language,
    key: `work-stuck:${fact.eventId}`,
    data: {
      what: titles.get(operation.name)?.[language] ?? operation.name,
      subject: await nameSubject({ ...ctx, language }, operation, nameThings),
      happened: says[language],
      advice: advice[language],
      why: fact.why,
      operationUrl: linkTo(settings, language, `/admin/operations/${operation.id}`),
    },
  })
}

/** As people call it: the names of what it is about; an id only where nothing has one. */
async function nameSubject(
  ctx: Context,
  { id, subjects }: OperationDetail,
  nameThings: NameThings,
): Promise<string> {
  const names = await nameThings(ctx, subjects)
  const known = subjects.flatMap((one) => names.get(one) ?? [])
  return known.join(", ") || (subjects[0] ?? id)
}
