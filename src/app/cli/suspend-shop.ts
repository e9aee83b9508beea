import type { Context } from "#kit/context.ts"
import { Refusal, sayRefusal } from "#kit/refusal.ts"
import { listTenants, resumeTenant, suspendTenant } from "#tenancy"
import { CliRefusal, type Doors, whoTypes } from "./doors.ts"
import type { Output } from "./output.ts"

/** As the company that runs the house: the same operations as its pages, and in the audit of both. */
export async function suspendShop(
  doors: Doors,
  output: Output,
  wish: { readonly slug: string; readonly reason: string; readonly customers: string },
): Promise<void> {
  const closure = wish.customers === "closed" ? "closed" : "read_only"
  await atRoot(doors, wish.slug, (ctx, id) => suspendTenant(ctx, { id, reason: wish.reason, closure }))
  output.line(`${wish.slug} is suspended. Its staff come in and read why.`)
}

export async function resumeShop(doors: Doors, output: Output, slug: string): Promise<void> {
  await atRoot(doors, slug, resumeTenant)
  output.line(`${slug} is open again.`)
}

async function atRoot(
  doors: Doors,
  slug: string,
  act: (ctx: Context, id: string) => Promise<void>,
): Promise<void> {
  await doors.withGround(async (ground) => {
    const shops = await ground.database.transactAcrossTenants(listTenants)
    const wanted = shops.find((one) => one.slug === slug)
    const root = shops.find((one) => one.isRoot)
    if (!wanted || !root) throw new CliRefusal(`There is no shop ${slug}: hostwell shop list.`)
    try {
      await ground.inTenant(root.id, (ctx) => act(ctx, wanted.id), { actor: whoTypes() })
    } catch (error) {
      if (error instanceof Refusal) throw new CliRefusal(sayRefusal(error, "en"), { cause: error })
      throw error
    }
  })
}
