import { and, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import {
  type DataSubject,
  defineHolder,
  isAddressOf,
  isOneOf,
  type Obstacle,
  type PersonalTable,
} from "#kit/personal-data/define.ts"
import { accountData } from "./personal-accounts.ts"
import { accounts, members, staff } from "./tables.ts"

const ofPerson: PersonalTable["rows"] = ({ personId }) => isOneOf("person_id", [personId])
const deleted = { kind: "deleted" } as const

/** How they come in, and what that left behind. */
const doorData: readonly PersonalTable[] = [
  {
    table: "identity.sessions",
    title: { en: "Browsers signed in", ko: "로그인 중인 브라우저" },
    rows: ofPerson,
    leftOut: ["token_hash"],
    erasure: deleted,
  },
  {
    table: "identity.sign_in_methods",
    title: { en: "Ways to sign in", ko: "로그인 수단" },
    rows: ofPerson,
    leftOut: ["password_hash"],
    erasure: deleted,
  },
  {
    table: "identity.passkeys",
    title: { en: "Passkeys", ko: "패스키" },
    rows: ofPerson,
    leftOut: ["public_key", "credential_id"],
    erasure: deleted,
  },
  {
    table: "identity.second_factors",
    title: { en: "Authenticator apps", ko: "인증 앱" },
    rows: ofPerson,
    leftOut: ["secret_sealed", "last_step"],
    erasure: deleted,
  },
  {
    table: "identity.recovery_codes",
    title: { en: "Recovery codes", ko: "복구 코드" },
    rows: ofPerson,
    withheld: "only hashes of codes are held",
    erasure: deleted,
  },
  {
    table: "identity.devices",
    title: { en: "Known devices", ko: "등록된 기기" },
    rows: ofPerson,
    erasure: deleted,
  },
  {
    table: "identity.sign_ins",
    title: { en: "Sign-in history", ko: "로그인 기록" },
    rows: ofPerson,
    erasure: deleted,
  },
  {
    table: "identity.api_keys",
    title: { en: "API keys", ko: "API 키" },
    rows: ({ personId, accountIds }) =>
      sql`(${isOneOf("person_id", [personId])} or ${isOneOf("account_id", accountIds)})`,
    leftOut: ["hash"],
    erasure: deleted,
  },
  {
    table: "identity.links",
    title: { en: "Links we mailed", ko: "메일로 보낸 링크" },
    rows: ({ personId, emails }) =>
      sql`(${isOneOf("person_id", [personId])} or ${isAddressOf("email", emails)})`,
    erasure: deleted,
  },
  {
    table: "identity.sign_ups",
    title: { en: "Sign-ups", ko: "회원가입 신청" },
    rows: ({ emails }) => isAddressOf("email", emails),
    leftOut: ["password_hash"],
    erasure: deleted,
  },
]

/** Last of all: while the other steps run, the names and addresses that they look for are read from here. */
const personData: readonly PersonalTable[] = [
  {
    table: "identity.consents",
    title: { en: "Consents", ko: "동의 내역" },
    rows: ofPerson,
    erasure: {
      kind: "kept",
      rule: "advertising-consent",
      because: "proof of what was agreed; the person's name is gone from it",
    },
  },
  {
    table: "identity.consent_asks",
    title: { en: "When we asked you again", ko: "수신 동의 재확인" },
    rows: ofPerson,
    erasure: deleted,
  },
  {
    table: "identity.impersonations",
    title: { en: "Staff acting as you", ko: "직원의 대리 접속" },
    rows: ofPerson,
    // Which of our people it was is theirs.
    leftOut: ["staff_person_id"],
    erasure: { kind: "blanked", set: { reason: "" } },
  },
  {
    table: "identity.people",
    title: { en: "You", ko: "회원 정보" },
    rows: ({ personId }) => isOneOf("id", [personId]),
    erasure: {
      kind: "blanked",
      set: {
        name: sql`case language when 'ko' then '탈퇴한 회원' else 'Erased person' end`,
        // No mailbox has it (RFC 2606), and it is nobody else's: the real address may be signed up with again.
        email: sql`id || '@erased.invalid'`,
        email_verified: sql`false`,
        phone: null,
      },
    },
  },
]

export const identityPersonalData = defineHolder({
  module: "identity",
  tables: [...doorData, ...accountData, ...personData],
  listObstacles: async (ctx, subject) => [
    ...(await listTeams(ctx, subject)),
    ...(await listStaffPlaces(ctx, subject)),
  ],
})

/** An account that others work in must have another owner before its owner goes. */
async function listTeams(ctx: Context, { personId, accountIds }: DataSubject): Promise<Obstacle[]> {
  const owned = await ctx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(members)
    .innerJoin(accounts, and(eq(accounts.tenantId, members.tenantId), eq(accounts.id, members.accountId)))
    .where(and(eq(members.personId, personId), eq(members.role, "owner")))
    .limit(100)
  const theirsAlone = new Set(accountIds)
  return owned.filter(({ id }) => !theirsAlone.has(id)).map((one) => ({ kind: "team", ...one }))
}

async function listStaffPlaces(ctx: Context, { personId }: DataSubject): Promise<Obstacle[]> {
  const found = await ctx.db.select({ id: staff.id }).from(staff).where(eq(staff.personId, personId)).limit(1)
  return found.map(({ id }) => ({ kind: "staff", id, name: id }))
}
