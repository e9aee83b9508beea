import { Hono } from "hono"
import { createCardApi } from "./card-api.ts"
import { createCardControl } from "./card-control.ts"
import { createInsidePage } from "./card-inside-page.ts"
import type { CardOptions } from "./card-options.ts"
import { createPayerPages } from "./card-payer-pages.ts"
import { createSetupPages } from "./card-setup-pages.ts"

export { ensureMerchant, type NewMerchant } from "./card-books.ts"
export {
  type NoticeOptions,
  type NoticeSender,
  noticesDue,
  sendDueNotices,
  startNoticeSender,
} from "./card-notices.ts"
export { type CardOptions, withBooks } from "./card-options.ts"
export { type PageAnswer, payAtPage } from "./card-payer.ts"

/** A card gateway: its API below /v1, its hosted payment page, its slips, and a page to look inside. */
export function createCard(options: CardOptions): Hono {
  const app = new Hono()
  app.route("/v1", createCardApi(options))
  app.route("/control", createCardControl(options))
  app.route("/", createPayerPages(options))
  app.route("/", createSetupPages(options))
  app.route("/", createInsidePage(options))
  return app
}
