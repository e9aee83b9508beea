import { defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"

const ofPerson: PersonalTable["rows"] = ({ personId }) => isOneOf("person_id", [personId])
const deleted = { kind: "deleted" } as const

/** Which programs somebody signed in to with their account here, and what they allowed them. */
export const oauthPersonalData = defineHolder({
  module: "oauth",
  tables: [
    {
      table: "oauth.codes",
      title: { en: "Codes for programs", ko: "연동 앱 코드" },
      rows: ofPerson,
      withheld: "good for a minute, and only hashes are held",
      erasure: deleted,
    },
    {
      table: "oauth.families",
      title: { en: "Programs you signed in to", ko: "로그인한 연동 앱" },
      rows: ofPerson,
      leftOut: ["end_reason"],
      erasure: deleted,
    },
    {
      table: "oauth.grants",
      title: { en: "What you allowed programs", ko: "연동 앱에 허용한 내용" },
      rows: ofPerson,
      erasure: deleted,
    },
    {
      table: "oauth.logouts",
      title: { en: "Programs that were told you signed out", ko: "연동 앱 로그아웃 알림" },
      rows: ofPerson,
      withheld: "only that a program was told; which ones stands under what you allowed",
      erasure: deleted,
    },
  ],
})
