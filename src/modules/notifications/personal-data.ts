import { sql } from "drizzle-orm"
import { type DataSubject, defineHolder, isAddressOf } from "#kit/personal-data/define.ts"

/** What was written to them, and what was written about them by address: an alert to staff quotes it. */
const about = ({ emails }: DataSubject) => sql`(${isAddressOf("recipient_address", emails)}
  or exists (select from unnest(${sql.param([...emails])}::text[]) as email
    where position(email in lower(text)) > 0 or position(email in lower(coalesce(outcome, ''))) > 0))`

const written = (subject: DataSubject) => isAddressOf("recipient_address", subject.emails)

export const notificationsPersonalData = defineHolder({
  module: "notifications",
  tables: [
    {
      table: "notifications.attachments",
      title: { en: "What was attached to mails", ko: "메일 첨부 파일" },
      rows: (subject) => sql`message_id in (select id from notifications.messages where ${about(subject)})`,
      withheld: "the same papers are handed out where they belong",
      erasure: { kind: "deleted" },
    },
    {
      table: "notifications.preferences",
      title: { en: "Which messages you chose to get", ko: "알림 수신 설정" },
      rows: ({ personId }) => sql`person_id = ${personId}`,
      erasure: { kind: "deleted" },
    },
    {
      table: "notifications.messages",
      title: { en: "Mails we sent you", ko: "발송된 메일" },
      rows: written,
      // The html says what the text says, and what is shown to staff says less.
      leftOut: ["html", "shown_text", "shown_html", "wording_id", "warning", "key", "unsubscribe_url"],
      isWorkedOn: true,
      erasure: { kind: "deleted" },
    },
    {
      table: "notifications.messages",
      title: { en: "Mails about you", ko: "회원님에 관한 메일" },
      part: "about",
      rows: about,
      withheld: "written to somebody else",
      erasure: { kind: "deleted" },
    },
  ],
})
