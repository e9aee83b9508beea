import type { PageText } from "./page.ts"

/** A template to begin with; the shop puts its own in force. */
export const defaultServiceLevels: PageText = {
  title: { en: "Service levels", ko: "서비스 수준 협약(SLA)" },
  summary: {
    en: "What we aim for, how it is measured, and what you get when we miss it.",
    ko: "가용성 목표와 측정 방법, 미달 시의 보상 기준을 안내합니다.",
  },
  body: {
    en: `## What we aim for

The network and power of the machine that carries your server are available 99.9% of each calendar month.

## How it is measured

Minutes in which your server could not be reached for reasons on our side, against all minutes of the month. Not counted are work announced at least three days before, what happens inside your own system, attacks against it, and measures under the [acceptable use policy](/acceptable-use).

## What you get

| Available in the month | Credit on that month's fee |
| --- | --- |
| below 99.9% | 10% |
| below 99.5% | 25% |
| below 99.0% | 50% |

Write to {{email}} within 30 days. The credit does not take away other rights that the law gives you.

## Support

We answer what you write on working days. When a machine of ours fails, somebody works on it at any hour.
`,
    ko: `## 가용성 목표

고객 서버가 위치한 장비의 네트워크와 전원은 매월 99.9% 이상 가용함을 목표로 합니다.

## 측정 방법

회사의 귀책으로 서버에 접속할 수 없었던 시간을 해당 월의 전체 시간과 비교합니다. 3일 전까지 공지한 작업, 고객 시스템 내부의 문제, 고객 서버에 대한 공격, [이용 제한 정책](/acceptable-use)에 따른 조치 시간은 제외합니다.

## 보상 기준

| 월 가용률 | 해당 월 요금 기준 보상 |
| --- | --- |
| 99.9% 미만 | 10% |
| 99.5% 미만 | 25% |
| 99.0% 미만 | 50% |

보상은 장애 발생 후 30일 이내에 {{email}}로 신청해 주세요. 관계 법령이 보장하는 다른 권리는 제한되지 않습니다.

## 고객 지원

문의는 영업일에 답변해 드립니다. 회사 장비의 장애는 시간과 관계없이 대응합니다.
`,
  },
}
