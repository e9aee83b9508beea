import { declareRefusals } from "#kit/refusal.ts"

export const tenancyRefusals = declareRefusals("tenancy", {
  tenant_missing: {
    status: 404,
    say: { en: "There is no such shop.", ko: "쇼핑몰을 찾을 수 없습니다." },
  },
  short_name_taken: {
    status: 409,
    say: {
      en: "Another shop has this short name. Please choose another one.",
      ko: "이미 사용 중인 짧은 이름입니다. 다른 이름을 입력해 주세요.",
    },
  },
  host_taken: {
    status: 409,
    say: {
      en: "This host name is in use here already. If it is yours, please write to us.",
      ko: "이미 연결된 도메인입니다. 본인 소유의 도메인이라면 문의해 주세요.",
    },
  },
  time_zone_unknown: {
    status: 422,
    say: {
      en: "{zone} is no time zone. Please write it like Europe/Berlin or Asia/Seoul.",
      ko: "{zone}: 알 수 없는 시간대입니다. Asia/Seoul 같은 이름으로 입력해 주세요.",
    },
  },
  own_tenant: {
    status: 409,
    say: {
      en: "The company that runs this installation can't suspend itself.",
      ko: "이 시스템을 운영하는 회사 자신은 정지할 수 없습니다.",
    },
  },
  suspended_already: {
    status: 409,
    say: { en: "This shop is suspended already.", ko: "이미 정지된 쇼핑몰입니다." },
  },
  not_suspended: {
    status: 409,
    say: { en: "This shop isn't suspended.", ko: "정지 상태가 아닌 쇼핑몰입니다." },
  },
  colours_unreadable: {
    status: 422,
    say: {
      en: "In {mode} mode, {front} on {back} has a contrast of {ratio}; everybody can read it from {needed} on.",
      ko: "{mode} 모드에서 {back} 위 {front}의 명암비가 {ratio}입니다. 누구나 읽을 수 있으려면 {needed} 이상이어야 합니다.",
    },
  },
  picture_refused: {
    status: 422,
    say: {
      en: "Please choose a PNG, JPEG or WebP picture of at most 200 kB.",
      ko: "200kB 이하의 PNG, JPEG, WebP 이미지를 선택해 주세요.",
    },
  },
  picture_missing: {
    status: 404,
    say: { en: "There is no such picture.", ko: "이미지가 없습니다." },
  },
  shop_closed: {
    status: 503,
    say: {
      en: "This shop is closed for the time being. What runs goes on running; please come back later.",
      ko: "지금은 쇼핑몰 이용이 일시 중지되었습니다. 이용 중인 서비스는 그대로 유지됩니다. 나중에 다시 방문해 주세요.",
    },
  },
})
