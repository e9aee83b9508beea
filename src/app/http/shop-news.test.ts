import { sql } from "drizzle-orm"
import { expect, it } from "vitest"
import { silentLog } from "#kit/context.ts"
import { openListener } from "#kit/listen.ts"
import { eventually } from "#kit/testing/eventually.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { ensureTenant, saveSettings } from "#tenancy"
import { demoSettings } from "../demo/demo-tenant.ts"
import { onShopNews } from "./shop-news.ts"

const SHOP = "ten_shop"

it("what visitors see is news from the commit on, and of its own shop alone", async () => {
  await using at = await testDatabase()
  const listener = await openListener({ url: at.database.url, log: silentLog })
  const heard: (string | undefined)[] = []
  onShopNews(listener, (tenant) => void heard.push(tenant))
  await at.database.transactAcrossTenants((db) =>
    ensureTenant(db, at.clock, { id: SHOP, slug: "shop", hosts: ["shop.test"] }),
  )
  await eventually(() => heard.length > 0)
  expect(new Set(heard)).toEqual(new Set([undefined]))

  const undone = at.inTenant(SHOP, async (ctx) => {
    await saveSettings(ctx, demoSettings)
    throw new Error("undone")
  })
  await expect(undone).rejects.toThrow("undone")
  await at.inTenant(SHOP, (ctx) => saveSettings(ctx, { ...demoSettings, name: "Another name" }))
  await eventually(() => heard.includes(SHOP))
  expect(heard.filter((tenant) => tenant !== undefined)).toEqual([SHOP])
  await listener.close()
})

it("every table a visitor's page is made of tells it", async () => {
  await using at = await testDatabase()
  const silent = await at.database.transactAcrossTenants((db) =>
    db.execute(sql`
      select schemaname || '.' || tablename as name from pg_tables
      where schemaname in ('catalog', 'content', 'tenancy') and not exists (select 1 from pg_trigger
        where tgname = 'shop_news' and tgrelid = format('%I.%I', schemaname, tablename)::regclass)`),
  )
  // Of a plan with a limit its own trigger tells what is held; of the others it shows nowhere. Coupons show in carts alone.
  const names = silent.rows.map(({ name }) => name).sort()
  expect(names).toEqual(["catalog.coupons", "catalog.redemptions", "catalog.stock_holds"])
})
