import { declareRefusals } from "#kit/refusal.ts"

export const hostsRefusals = declareRefusals("hosts", {
  host_invalid: {
    status: 422,
    say: {
      en: "{text} is no host name. Please write it like shop.example.com.",
      ko: "{text}: 도메인 형식이 아닙니다. shop.example.com 형식으로 입력해 주세요.",
    },
  },
  host_reserved: {
    status: 422,
    say: {
      en: "{host} can't be reached by anybody else: names like this belong to no one. Please use a domain of your own.",
      ko: "{host}: 외부에서 접속할 수 없는 예약된 이름입니다. 보유하신 도메인을 입력해 주세요.",
    },
  },
  host_taken: {
    status: 409,
    say: {
      en: "{host} is in use here already. If it is yours, please write to the company that runs this system.",
      ko: "{host}: 이미 사용 중인 도메인입니다. 본인 소유의 도메인이라면 시스템 관리 회사에 문의해 주세요.",
    },
  },
  host_known: {
    status: 409,
    say: { en: "{host} is on your list already.", ko: "{host}: 이미 등록하신 도메인입니다." },
  },
  host_missing: {
    status: 404,
    say: { en: "There is no such host name here.", ko: "등록되지 않은 도메인입니다." },
  },
  host_given: {
    status: 409,
    say: {
      en: "This name came with the shop and is looked after by the company that runs this system.",
      ko: "쇼핑몰 개설 시 제공된 도메인으로, 시스템 관리 회사에서 관리합니다.",
    },
  },
  host_unverified: {
    status: 409,
    say: {
      en: "Please wait until {host} is verified: its record has not been found yet.",
      ko: "{host}: 아직 확인되지 않았습니다. DNS 레코드가 확인된 후 다시 시도해 주세요.",
    },
  },
  host_not_here: {
    status: 409,
    say: {
      en: "{host} doesn't lead here yet, so nobody would reach the shop. Set the second record first, or say that a proxy of yours stands in front.",
      ko: "{host}: 아직 이 서버로 연결되지 않아 방문자가 접속할 수 없습니다. 두 번째 레코드를 먼저 설정하시거나, 앞단에 프록시를 사용 중이면 선택해 주세요.",
    },
  },
  host_primary: {
    status: 409,
    say: {
      en: "{host} is the shop's first name. Please choose another first name before.",
      ko: "{host}: 현재 대표 도메인입니다. 다른 도메인을 대표 도메인으로 지정한 후 삭제해 주세요.",
    },
  },
  too_many_hosts: {
    status: 409,
    say: {
      en: "A shop has at most {most} host names. Please remove one that is no longer used.",
      ko: "도메인은 최대 {most}개까지 등록할 수 있습니다. 사용하지 않는 도메인을 삭제해 주세요.",
    },
  },
})
