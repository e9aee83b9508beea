import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { notificationRefusals } from "./errors.ts"
import { findTemplate } from "./find-template.ts"
import type { TemplateView } from "./get-template.ts"
import { keepWording } from "./keep-wording.ts"

/** Back to the house's words; the shop's own stay in the history. */
export async function restoreWording(
  ctx: Context,
  { id, language }: { readonly id: string; readonly language: Language },
): Promise<TemplateView> {
  if (!findTemplate(id)) return notificationRefusals.refuse("notifications.template_missing", { id })
  return keepWording(ctx, { id, language, words: null })
}
