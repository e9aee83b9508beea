import type { NewPlan } from "#catalog"

type Option = NonNullable<NewPlan["options"]>[number]
type Prices = Option["prices"]

const say = (en: string, ko: string) => ({ en, ko })
const none = say("", "")
const blank = {
  isAddOn: false,
  help: none,
  unit: none,
  min: 0,
  max: 1,
  step: 1,
  included: 0,
  resource: null,
  adds: 0,
}

/** What the demo's virtual servers can be bought with: two that change the machine, one of several, and two extras. */
export const demoOptions: Option[] = [
  {
    ...blank,
    id: "memory",
    kind: "number",
    name: { en: "Extra memory", ko: "메모리 추가" },
    help: { en: "On top of what the plan comes with.", ko: "플랜 기본 메모리에 더해집니다." },
    unit: { en: "GB", ko: "GB" },
    max: 16,
    resource: "memoryMb",
    adds: 1_024,
    prices: prices({ won: 3_300n, cents: 250n }),
    choices: [],
  },
  {
    ...blank,
    id: "addresses",
    kind: "number",
    name: { en: "IPv4 addresses", ko: "IPv4 주소" },
    help: {
      en: "For mail, or for sites that need an address of their own.",
      ko: "메일 서버나 별도 IP가 필요한 사이트에 사용합니다.",
    },
    min: 1,
    max: 4,
    included: 1,
    resource: "ipv4",
    adds: 1,
    prices: prices({ won: 2_200n, cents: 200n }),
    choices: [],
  },
  {
    ...blank,
    id: "backups",
    kind: "choice",
    name: { en: "Backups", ko: "백업" },
    help: { en: "Kept for 30 days on another machine.", ko: "다른 장비에 30일간 보관합니다." },
    prices: {},
    choices: [
      { id: "none", name: { en: "None", ko: "사용 안 함" }, adds: 0, prices: {} },
      {
        id: "weekly",
        name: { en: "Weekly", ko: "매주" },
        adds: 0,
        prices: prices({ won: 2_200n, cents: 200n }),
      },
      {
        id: "daily",
        name: { en: "Daily", ko: "매일" },
        adds: 0,
        prices: prices({ won: 4_400n, cents: 390n }),
      },
    ],
  },
  {
    ...blank,
    id: "priority",
    kind: "yes_no",
    isAddOn: true,
    name: { en: "Priority support", ko: "우선 기술 지원" },
    help: { en: "Answered within an hour, at night too.", ko: "야간에도 1시간 이내에 답변해 드립니다." },
    prices: prices({ won: 11_000n, cents: 900n }),
    choices: [],
  },
  {
    ...blank,
    id: "moving-in",
    kind: "yes_no",
    isAddOn: true,
    name: { en: "We move your site here", ko: "사이트 이전 대행" },
    help: {
      en: "From your present host, paid once.",
      ko: "기존 호스팅에서 옮겨 드리며, 한 번만 결제됩니다.",
    },
    prices: prices({ won: 0n, cents: 0n, setupWon: 33_000n, setupCents: 2_900n }),
    choices: [],
  },
]

/** A year costs ten months, half a year five and a half, as the plans themselves. */
function prices(of: {
  readonly won: bigint
  readonly cents: bigint
  readonly setupWon?: bigint
  readonly setupCents?: bigint
}): Prices {
  const terms = (month: bigint, setup = 0n) => {
    const price = (amount: bigint) => ({ amount: amount.toString(), setupFee: setup.toString() })
    return {
      monthly: price(month),
      quarterly: price(month * 3n),
      semiannual: price((month * 11n) / 2n),
      annual: price(month * 10n),
    }
  }
  return { KRW: terms(of.won, of.setupWon), USD: terms(of.cents, of.setupCents) }
}
