import type { Context } from "#kit/context.ts"
import { choosableKinds } from "./contract.ts"
import { copyFor } from "./copy-for.ts"
import { listStandings, type MemberStanding } from "./list-standings.ts"
import { rolesFor } from "./preference.ts"
import { sendWithCopies } from "./send-with-copies.ts"
import { type MessageWish, writeMessage } from "./write-message.ts"

/** What neither law nor contract asks for: not to whoever has said that they don't want its kind; colleagues who do still get it. */
export async function sendIfWanted<Data>(
  ctx: Context,
  wish: MessageWish<Data> & { readonly accountId: string },
): Promise<void> {
  const kind = choosableKinds.find((one) => one === wish.template.kind)
  if (!wish.template.isOptional || !kind) throw new Error(`${wish.template.name} is sent to everybody.`)
  const standings = await listStandings(ctx, { kind: "all" }, { accountId: wish.accountId })
  const choiceOf = ({ choices }: MemberStanding) =>
    choices.find((one) => one.kind === kind && one.channel === "mail")?.isOn
  const [own, others] = [true, false].map((isOwn) =>
    standings.filter(({ email }) => (email === wish.to.address.toLowerCase()) === isOwn),
  )
  if (!own?.some((one) => choiceOf(one) === false)) {
    await sendWithCopies(ctx, wish)
    return
  }
  for (const one of others ?? []) {
    if (choiceOf(one) !== true || !rolesFor(kind).includes(one.role)) continue
    await writeMessage(ctx, copyFor(wish, { personId: one.personId, name: one.name, address: one.email }))
  }
}
