import { sql } from "drizzle-orm"
import { isAddressOf, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"

const ofAccounts: PersonalTable["rows"] = ({ accountIds }) => isOneOf("account_id", accountIds)
const deleted = { kind: "deleted" } as const

/** The accounts that are theirs alone, and their part in others. The order is the one in which rows point at rows. */
export const accountData: readonly PersonalTable[] = [
  {
    table: "identity.billing_contacts",
    title: { en: "People told about your bills", ko: "청구 담당자" },
    rows: ofAccounts,
    erasure: deleted,
  },
  {
    table: "identity.account_addresses",
    title: { en: "Further addresses", ko: "추가 주소" },
    rows: ofAccounts,
    erasure: deleted,
  },
  {
    table: "identity.tax_ids",
    title: { en: "Tax numbers", ko: "사업자등록번호" },
    rows: ofAccounts,
    erasure: deleted,
  },
  {
    table: "identity.ownership_offers",
    title: { en: "Offers to hand over an account", ko: "소유권 이전 제안" },
    rows: ({ personId, accountIds }) => sql`(${isOneOf("from_person_id", [personId])}
      or ${isOneOf("to_person_id", [personId])} or ${isOneOf("account_id", accountIds)})`,
    erasure: deleted,
  },
  {
    table: "identity.invitations",
    title: { en: "Invitations", ko: "초대" },
    rows: ({ accountIds, emails }) =>
      sql`(${isOneOf("account_id", accountIds)} or ${isAddressOf("email", emails)})`,
    erasure: deleted,
  },
  {
    table: "identity.service_grants",
    title: { en: "Single services shared with you", ko: "공유받은 서비스" },
    rows: ({ personId }) => sql`member_id in (select id from identity.members where person_id = ${personId})`,
    erasure: deleted,
  },
  {
    table: "identity.accounts",
    title: { en: "Customer accounts", ko: "고객 계정" },
    rows: ({ accountIds }) => isOneOf("id", accountIds),
    erasure: {
      kind: "blanked",
      set: {
        name: sql`case language when 'ko' then '탈퇴한 회원' else 'Erased person' end`,
        person_name: "",
        email: sql`id || '@erased.invalid'`,
        company: null,
        tax_id: null,
        address_lines: sql`'[]'::jsonb`,
        phone: null,
        purchase_order: null,
      },
    },
  },
  {
    table: "identity.members",
    title: { en: "Your part in accounts", ko: "계정 구성원 정보" },
    rows: ({ personId }) => isOneOf("person_id", [personId]),
    erasure: deleted,
  },
]
