import { type Context, type Reach, within } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { getSetup } from "./get-setup.ts"
import { isOpen, type MethodSetup } from "./setup.ts"
import { askSetupWork } from "./work-kinds.ts"

/** Many questions within these seconds are one question to the gateway. */
const ONE_QUESTION_SECONDS = 2

/** Whoever left a method is back: ask now instead of waiting for the notice. */
export async function refreshSetup(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<MethodSetup> {
  const setup = await getSetup(ctx, reach, id)
  if (isOpen(setup.state)) {
    const window = Math.floor(ctx.clock.now().epochMilliseconds / (ONE_QUESTION_SECONDS * 1_000))
    await startWork(ctx, askSetupWork, { setupId: id }, { key: `refresh:${id}:${window}` })
  }
  return setup
}
