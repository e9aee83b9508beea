import type { Listener } from "#kit/listen.ts"

/** "tenant", or "*" for all: what visitors see of this shop may have changed (migrations/repeatable/shop-news.sql). */
const SHOP_CHANNEL = "hostwell_shop"

/** Undefined: any shop, for news may have been missed or were about all. */
export type ShopNews = (tenant: string | undefined) => void

export function onShopNews(listener: Listener | undefined, hear: ShopNews): void {
  listener?.subscribe(SHOP_CHANNEL, (payload) => hear(payload === "*" ? undefined : payload))
}
