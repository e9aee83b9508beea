import { index, text } from "drizzle-orm/pg-core"
import { instant } from "#kit/columns.ts"
import { sandbox } from "./fault-tables.ts"

/** Somebody signed in at a stand-in house: the code it gave, and what the code was exchanged for. */
export const houseVisits = sandbox.table(
  "house_visits",
  {
    code: text("code").primaryKey(),
    house: text("house").notNull(),
    person: text("person").notNull(),
    clientId: text("client_id").notNull(),
    redirectUri: text("redirect_uri").notNull(),
    nonce: text("nonce"),
    codeChallenge: text("code_challenge"),
    accessToken: text("access_token"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("house_visits_token").on(table.house, table.accessToken)],
)
