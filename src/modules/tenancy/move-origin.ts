import type { Context } from "#kit/context.ts"
import { getSettings } from "./get-settings.ts"
import { saveSettings } from "./save-settings.ts"

/** The shop's first name is another one of its own; scheme and port stay, for they are the house's. */
export async function moveOrigin(ctx: Context, host: string): Promise<{ before: string; after: string }> {
  const settings = await getSettings(ctx)
  const url = new URL(settings.publicUrl)
  url.hostname = host
  await saveSettings(ctx, { ...settings, publicUrl: url.origin })
  return { before: settings.publicUrl, after: url.origin }
}
