import type { PageText } from "./page.ts"

/** A template to begin with; the shop puts its own in force. */
export const defaultAcceptableUse: PageText = {
  title: { en: "Acceptable use policy", ko: "이용 제한 정책" },
  summary: {
    en: "What our machines must not be used for, and what we do about it.",
    ko: "서비스에서 금지되는 행위와 처리 절차를 안내합니다.",
  },
  body: {
    en: `## What is not allowed

- Content and acts that the law forbids, where you are or where the server stands.
- Attacks: scanning, breaking in, denial of service, spreading malware, phishing.
- Mail that nobody asked for, and lists of addresses without consent.
- Using other people's names, marks or works without the right to.
- Load that disturbs neighbours for long, unless your plan includes it.

## Reports

Write to {{email}} with the address, the time with its zone, and what happened. Everybody gets an answer. Authorities use the same address.

## What we do

1. We look at what was reported, as a rule on the same working day.
2. We tell you and give you time to put it right, unless waiting would harm others.
3. We take the mildest measure that helps: one address, one port, then the server.
4. We say why in writing, and who can look at it again.

Paying a bill lifts no measure that was taken for misuse, and misuse alone deletes no data without notice.
`,
    ko: `## 금지되는 행위

- 관계 법령에서 금지하는 정보의 게시와 행위
- 스캐닝, 무단 침입, 서비스 거부 공격, 악성코드 배포, 피싱 등 공격 행위
- 수신자의 동의 없는 광고성 정보 전송과 주소 수집
- 타인의 명의, 상표, 저작물을 권한 없이 이용하는 행위
- 플랜에서 허용하지 않는 과도한 부하를 지속적으로 발생시키는 행위

## 신고 방법

대상 주소, 발생 일시(시간대 포함), 내용을 {{email}}로 보내 주세요. 접수된 모든 신고에 답변해 드립니다.

## 처리 절차

1. 접수된 신고는 원칙적으로 당일(영업일 기준)에 확인합니다.
2. 긴급한 피해가 우려되지 않는 한, 먼저 고객에게 알리고 조치할 시간을 드립니다.
3. 주소, 포트, 서버 순으로 필요한 최소한의 범위에서 제한합니다.
4. 조치 사유와 이의 신청 방법을 서면으로 안내합니다.

이용 제한은 요금 납부로 해제되지 않으며, 사전 안내 없이 데이터를 삭제하지 않습니다.
`,
  },
}
