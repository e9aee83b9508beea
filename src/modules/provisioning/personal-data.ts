import { and, inArray, ne, sql } from "drizzle-orm"
import { defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"
import { services } from "./tables.ts"

const own: PersonalTable["rows"] = ({ accountIds }) => isOneOf("account_id", accountIds)
const ofServices: PersonalTable["rows"] = (subject) =>
  sql`service_id in (select id from provisioning.services where ${own(subject)})`

export const provisioningPersonalData = defineHolder({
  module: "provisioning",
  tables: [
    {
      table: "provisioning.credentials",
      title: { en: "User names of your servers", ko: "서버 접속 정보" },
      rows: ofServices,
      leftOut: ["sealed_password"],
      erasure: { kind: "deleted" },
    },
    {
      table: "provisioning.sign_ons",
      title: { en: "Ways into the panel", ko: "패널 접속" },
      rows: (subject) => sql`(${ofServices(subject)} or ${isOneOf("asked_by", [subject.personId])})`,
      leftOut: ["sealed_url"],
      isWorkedOn: true,
      erasure: { kind: "deleted" },
    },
    {
      table: "provisioning.service_addresses",
      title: { en: "Addresses of your servers", ko: "서버 IP 주소" },
      rows: ofServices,
      erasure: {
        kind: "kept",
        rule: "contracts",
        because: "whose address it was is asked by authorities; it leads to an id, not to a name",
      },
    },
    {
      table: "provisioning.builds",
      title: { en: "How your servers were built", ko: "서버 세팅 내역" },
      rows: ofServices,
      withheld: "our own notes for building it: ids of the panel",
      erasure: { kind: "kept", rule: "contracts", because: "ids of the panel, no name" },
    },
    {
      table: "provisioning.drift_findings",
      title: { en: "Checks of your servers", ko: "서버 대조 내역" },
      rows: ofServices,
      withheld: "our own comparison with the panel's list",
      erasure: { kind: "blanked", set: { differences: sql`'[]'::jsonb` } },
    },
    {
      table: "provisioning.panel_owners",
      title: { en: "Your user in the panel", ko: "패널 사용자" },
      rows: own,
      leftOut: ["turn_of"],
      isWorkedOn: true,
      erasure: { kind: "kept", rule: "contracts", because: "a number that the panel knows the account by" },
    },
    {
      table: "provisioning.services",
      title: { en: "Services", ko: "서비스" },
      rows: own,
      leftOut: ["plan", "operation_id", "backup_since"],
      isWorkedOn: true,
      erasure: { kind: "blanked", set: { account_name: "", hostname: sql`id || '.erased.invalid'` } },
    },
  ],
  listObstacles: async (ctx, { accountIds }) => {
    const running = await ctx.db
      .select({ id: services.id, name: services.hostname })
      .from(services)
      .where(and(inArray(services.accountId, [...accountIds]), ne(services.state, "ended")))
      .limit(20)
    return running.map((one) => ({ kind: "service", ...one }))
  },
})
