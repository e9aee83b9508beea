import type { NewPlan, NewProduct } from "#catalog"
import type { Currency } from "#kit/money.ts"
import { demoOptions } from "./demo-options.ts"

/** Plainly demo data: plans of a company that does not exist. */
export const demoProduct: NewProduct = {
  slug: "vps",
  name: { en: "VPS", ko: "VPS 서버" },
  description: {
    en: "Your own virtual server with NVMe storage, ready in about a minute.",
    ko: "NVMe 스토리지를 사용하는 나만의 가상 서버입니다. 약 1분이면 준비됩니다.",
  },
  position: 0,
  needsApproval: false,
  locations: [
    { id: "seoul", name: { en: "Seoul", ko: "서울" }, groupId: 3 },
    { id: "frankfurt", name: { en: "Frankfurt", ko: "프랑크푸르트" }, groupId: 4 },
  ],
  images: [
    { id: "debian-13", name: "Debian 13", templateId: 41 },
    { id: "ubuntu-26-04", name: "Ubuntu 26.04 LTS", templateId: 42 },
    { id: "rocky-10", name: "Rocky Linux 10", templateId: 43 },
  ],
  plans: [
    plan({
      slug: "vps-start",
      name: { en: "Start", ko: "스타트" },
      packageId: 7,
      cpu: 1,
      gb: 2,
      disk: 40,
      traffic: 2_000,
      won: 11_000n,
      cents: 890n,
      options: demoOptions,
    }),
    plan({
      slug: "vps-grow",
      name: { en: "Grow", ko: "그로우" },
      packageId: 8,
      cpu: 2,
      gb: 4,
      disk: 80,
      traffic: 4_000,
      won: 22_000n,
      cents: 1_790n,
      options: demoOptions,
    }),
    plan({
      slug: "vps-power",
      name: { en: "Power", ko: "파워" },
      packageId: 9,
      cpu: 4,
      gb: 8,
      disk: 160,
      traffic: 8_000,
      won: 44_000n,
      cents: 3_490n,
      options: demoOptions,
    }),
  ],
}

/** The same shape as a dedicated machine's sale: a person approves before anything is built. */
export const demoHeldProduct: NewProduct = {
  slug: "storage-vps",
  name: { en: "Storage VPS", ko: "스토리지 VPS" },
  description: {
    en: "Large disks for backups and archives.",
    ko: "백업과 보관을 위한 대용량 디스크 서버입니다.",
  },
  position: 1,
  needsApproval: true,
  locations: demoProduct.locations,
  images: demoProduct.images,
  plans: [
    plan({
      slug: "storage-1t",
      name: { en: "Storage 1 TB", ko: "스토리지 1TB" },
      packageId: 10,
      cpu: 2,
      gb: 4,
      disk: 1_000,
      traffic: 10_000,
      won: 33_000n,
      cents: 2_690n,
      setup: true,
    }),
  ],
}

interface PlanFacts {
  readonly slug: string
  readonly name: { en: string; ko: string }
  readonly packageId: number
  readonly cpu: number
  readonly gb: number
  readonly disk: number
  readonly traffic: number
  readonly won: bigint
  readonly cents: bigint
  readonly setup?: boolean
  readonly options?: NewPlan["options"]
}

function plan(facts: PlanFacts): NewPlan {
  return {
    slug: facts.slug,
    name: facts.name,
    packageId: facts.packageId,
    options: facts.options ?? [],
    resources: {
      cpuCores: facts.cpu,
      memoryMb: facts.gb * 1_024,
      storageGb: facts.disk,
      trafficGb: facts.traffic,
      ipv4: 1,
    },
    prices: [
      ...pricesIn("KRW", facts.won, facts.setup ? 11_000n : 0n),
      ...pricesIn("USD", facts.cents, facts.setup ? 900n : 0n),
    ],
  }
}

/** A year costs ten months, half a year five and a half. */
function pricesIn(currency: Currency, month: bigint, setupMinor: bigint): NewPlan["prices"] {
  return [
    { cycle: "monthly", currency, amountMinor: month, setupMinor },
    { cycle: "quarterly", currency, amountMinor: month * 3n, setupMinor },
    { cycle: "semiannual", currency, amountMinor: (month * 11n) / 2n, setupMinor: 0n },
    { cycle: "annual", currency, amountMinor: month * 10n, setupMinor: 0n },
  ]
}
