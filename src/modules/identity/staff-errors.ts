import { declareRefusals } from "#kit/refusal.ts"

export const staffRefusals = declareRefusals("identity", {
  staff_missing: {
    status: 404,
    say: { en: "There is no such member of staff.", ko: "직원을 찾을 수 없습니다." },
  },
  staff_role_missing: {
    status: 404,
    say: { en: "There is no such role.", ko: "역할을 찾을 수 없습니다." },
  },
  staff_role_taken: {
    status: 409,
    say: { en: "Another role has this name.", ko: "같은 이름의 역할이 이미 있습니다." },
  },
  staff_role_built_in: {
    status: 409,
    say: {
      en: "The built-in role stays as it is: somebody must always be able to repair the rest.",
      ko: "기본 역할은 변경할 수 없습니다. 문제가 생겼을 때 복구할 수 있는 사람이 항상 있어야 합니다.",
    },
  },
  staff_role_in_use: {
    status: 409,
    say: {
      en: "This role is somebody's, or an invitation's. Please give them another one first.",
      ko: "사용 중인 역할입니다. 먼저 해당 직원이나 초대에 다른 역할을 지정해 주세요.",
    },
  },
  permission_not_yours: {
    status: 422,
    say: {
      en: "You can't give what you may not do yourself: {permission}.",
      ko: "본인에게 없는 권한은 부여할 수 없습니다: {permission}",
    },
  },
  last_operator: {
    status: 409,
    say: {
      en: "One operator who isn't suspended has to stay. Please make somebody else an operator first.",
      ko: "정지되지 않은 운영자가 한 명 이상 있어야 합니다. 먼저 다른 사람을 운영자로 지정해 주세요.",
    },
  },
  staff_yourself: {
    status: 409,
    say: {
      en: "You can't change your own place among the staff. Please ask a colleague.",
      ko: "본인의 직원 정보는 변경할 수 없습니다. 동료에게 요청해 주세요.",
    },
  },
  impersonation_by_person: {
    status: 403,
    say: {
      en: "Acting as a customer takes a signed-in person of the staff, not a key.",
      ko: "고객 화면으로 보기는 로그인한 직원만 사용할 수 있으며 API 키로는 사용할 수 없습니다.",
    },
  },
  impersonation_of_nobody: {
    status: 409,
    say: {
      en: "Nobody owns this account yet, or a colleague does: there is no customer to act as.",
      ko: "아직 소유자가 없거나 직원이 소유한 계정이라 고객 화면으로 볼 수 없습니다.",
    },
  },
  staff_already: {
    status: 409,
    say: { en: "This person works here already.", ko: "이미 등록된 직원입니다." },
  },
  network_not_allowed: {
    status: 403,
    say: {
      en: "Staff can't sign in from this network. Please use one the shop allows, or ask a colleague who is on one.",
      ko: "이 네트워크에서는 직원 화면을 사용할 수 없습니다. 허용된 네트워크를 사용하거나 허용된 곳에 있는 동료에게 요청해 주세요.",
    },
  },
  network_malformed: {
    status: 422,
    say: {
      en: "{network} is no address and no range (203.0.113.7, 203.0.113.0/24, 2001:db8::/32).",
      ko: "{network}: IP 주소나 대역이 아닙니다(예: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32).",
    },
  },
  second_factor_needed: {
    status: 403,
    say: {
      en: "Staff here need a second factor. Please set up codes of an app or a passkey first: Security, /portal/security.",
      ko: "직원은 2단계 인증이 필요합니다. 먼저 보안 설정(/portal/security)에서 인증 앱이나 패스키를 등록해 주세요.",
    },
  },
  second_factor_unshown: {
    status: 403,
    say: {
      en: "You came in with a single factor. Please confirm with your passkey or a code first: /prove.",
      ko: "한 가지 방법으로만 로그인하셨습니다. 먼저 패스키나 인증 코드로 본인 확인을 해 주세요(/prove).",
    },
  },
  last_second_factor: {
    status: 409,
    say: {
      en: "Staff keep at least one second factor. Please add another one before you take this one away.",
      ko: "직원은 2단계 인증 수단이 하나 이상 있어야 합니다. 다른 수단을 먼저 등록해 주세요.",
    },
  },
  access_absent: {
    status: 403,
    say: {
      en: "Staff come through Cloudflare Access ({team}) here, and your request carried no proof of it (Cf-Access-Jwt-Assertion). Please open this page at its protected address.",
      ko: "직원은 Cloudflare Access({team})를 거쳐 접속해야 하지만, 요청에 인증 정보(Cf-Access-Jwt-Assertion)가 없습니다. 보호된 주소로 다시 접속해 주세요.",
    },
  },
  access_wrong: {
    status: 403,
    say: {
      en: "What Cloudflare Access ({team}) said of you is not valid here or has run out. Please reload, or sign in to it again.",
      ko: "Cloudflare Access({team}) 인증 정보가 올바르지 않거나 만료되었습니다. 새로고침하거나 Access에 다시 로그인해 주세요.",
    },
  },
  access_of_another: {
    status: 403,
    say: {
      en: "You are in Cloudflare Access ({team}) under another e-mail address than here. Please use the same one in both.",
      ko: "Cloudflare Access({team})의 이메일 주소가 로그인한 주소와 다릅니다. 같은 주소를 사용해 주세요.",
    },
  },
  access_unreachable: {
    status: 403,
    say: {
      en: "The keys of Cloudflare Access ({team}) can't be read right now, so nobody can be let in through it. Please try again in a minute.",
      ko: "Cloudflare Access({team})의 키를 확인할 수 없어 접속을 허용할 수 없습니다. 잠시 후 다시 시도해 주세요.",
    },
  },
  access_not_shown: {
    status: 409,
    say: {
      en: "You yourself did not come through Cloudflare Access ({team}) with this audience tag: saving it would lock you out.",
      ko: "본인이 이 태그로 Cloudflare Access({team})를 거쳐 접속하지 않았습니다. 저장하면 본인도 접속할 수 없게 됩니다.",
    },
  },
  locks_you_out: {
    status: 409,
    say: {
      en: "Your own address {address} isn't in this list: saving it would lock you out.",
      ko: "목록에 현재 접속 주소({address})가 없습니다. 저장하면 본인도 접속할 수 없게 됩니다.",
    },
  },
})
