import { declareRefusals } from "#kit/refusal.ts"

export const customerRefusals = declareRefusals("customers", {
  customer_missing: {
    status: 404,
    say: { en: "There is no such customer.", ko: "고객을 찾을 수 없습니다." },
  },
  customer_merged: {
    status: 409,
    say: {
      en: "This account was merged into another one. Please work on that one.",
      ko: "다른 계정에 병합된 계정입니다. 병합된 계정에서 진행해 주세요.",
    },
  },
  merge_same: {
    status: 409,
    say: {
      en: "A customer can't be merged into itself. Please choose the other one.",
      ko: "같은 고객끼리는 병합할 수 없습니다. 다른 고객을 선택해 주세요.",
    },
  },
  merge_not_now: {
    status: 409,
    say: {
      en: "These two can't be merged now: work, a payment or a refund is running, or an invoice is unpaid. Please wait until that is over.",
      ko: "지금은 병합할 수 없습니다. 진행 중인 작업, 결제, 환불이 있거나 미결제 거래명세서가 있습니다. 끝난 뒤 다시 시도해 주세요.",
    },
  },
  note_missing: { status: 404, say: { en: "There is no such note.", ko: "메모를 찾을 수 없습니다." } },
  tag_missing: { status: 404, say: { en: "There is no such tag.", ko: "태그를 찾을 수 없습니다." } },
  tag_taken: {
    status: 409,
    say: { en: "There is a tag of this name already.", ko: "같은 이름의 태그가 이미 있습니다." },
  },
  too_many_tags: {
    status: 409,
    say: { en: "A shop has up to {limit} tags.", ko: "태그는 {limit}개까지 만들 수 있습니다." },
  },
  field_missing: { status: 404, say: { en: "There is no such field.", ko: "항목을 찾을 수 없습니다." } },
  field_taken: {
    status: 409,
    say: { en: "There is a field of this name already.", ko: "같은 이름의 항목이 이미 있습니다." },
  },
  too_many_fields: {
    status: 409,
    say: { en: "A shop has up to {limit} fields.", ko: "항목은 {limit}개까지 만들 수 있습니다." },
  },
  choices_needed: {
    status: 422,
    say: { en: "Please name at least one choice.", ko: "선택지를 하나 이상 입력해 주세요." },
  },
  choice_in_use: {
    status: 409,
    say: {
      en: "Somebody has the choice “{choice}”. Please change that first.",
      ko: "“{choice}” 선택지를 사용하는 고객이 있습니다. 먼저 값을 바꿔 주세요.",
    },
  },
  value_wrong: {
    status: 422,
    say: {
      en: "This is no value for “{name}”.",
      ko: "“{name}” 항목에 맞지 않는 값입니다.",
    },
  },
  import_missing: {
    status: 404,
    say: { en: "There is no such import.", ko: "가져오기 내역을 찾을 수 없습니다." },
  },
  import_empty: {
    status: 422,
    say: {
      en: "This file has no rows. It needs a head line with at least name and email, and a line for each customer, as CSV.",
      ko: "읽을 수 있는 행이 없습니다. 첫 줄에 이름과 이메일 열이 있는 CSV 파일이어야 합니다.",
    },
  },
  import_too_long: {
    status: 422,
    say: {
      en: "A file has up to {limit} rows. Please split it.",
      ko: "한 파일에 {limit}행까지 가져올 수 있습니다. 파일을 나누어 주세요.",
    },
  },
  may_not_invite: {
    status: 403,
    say: {
      en: "You are not allowed to invite people into accounts. Import without invitations, or ask a colleague.",
      ko: "고객을 초대할 권한이 없습니다. 초대 없이 가져오거나 권한이 있는 직원에게 요청해 주세요.",
    },
  },
  file_missing: { status: 404, say: { en: "There is no such file.", ko: "파일을 찾을 수 없습니다." } },
  file_kind: {
    status: 415,
    say: {
      en: "This is none of the files that can be kept: PDF, PNG, JPEG, DOCX, XLSX, TXT and CSV, each being what its name says.",
      ko: "보관할 수 없는 파일입니다. PDF, PNG, JPEG, DOCX, XLSX, TXT, CSV 파일만 올릴 수 있고 내용이 확장자와 일치해야 합니다.",
    },
  },
  file_too_large: {
    status: 413,
    say: { en: "A file has up to {megabytes} MB.", ko: "파일은 {megabytes}MB까지 올릴 수 있습니다." },
  },
  too_many_files: {
    status: 409,
    say: {
      en: "A customer has up to {limit} files. Please delete one first.",
      ko: "고객 한 명에게 파일은 {limit}개까지 보관할 수 있습니다. 먼저 하나를 삭제해 주세요.",
    },
  },
  too_many_notes: {
    status: 409,
    say: {
      en: "A customer has up to {limit} notes. Please take one away first.",
      ko: "고객 한 명에게 메모는 {limit}개까지 남길 수 있습니다. 먼저 하나를 삭제해 주세요.",
    },
  },
})
