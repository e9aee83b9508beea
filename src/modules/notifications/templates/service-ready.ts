import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"

/** Never a password: mail is read by others, kept for ever and forwarded. The link asks for a sign-in. */
export const serviceReady = defineTemplate({
  name: "service-ready",
  class: "transactional",
  kind: "service",
  isOptional: true,
  title: { en: "Your server is ready", ko: "서버 설치 완료" },
  when: { en: "A server has been set up", ko: "서버 설치가 완료되었을 때" },
  data: z.object({
    name: z.string(),
    hostname: z.string(),
    address: z.string(),
    user: z.string(),
    serviceUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      hostname: "vm1.customer.example",
      address: "198.18.0.1",
      user: "root",
      serviceUrl: "https://shop.example/portal/services/srv_sample",
    },
    ko: {
      name: "김민아",
      hostname: "vm1.customer.example",
      address: "198.18.0.1",
      user: "root",
      serviceUrl: "https://shop.example/ko/portal/services/srv_sample",
    },
  }),
  words: {
    en: {
      subject: "Your server {{ hostname }} is ready",
      text: `Hello {{ name }},

Your server has been set up and is running.

Host name: {{ hostname }}
IP address: {{ address }}
User name: {{ user }}

For your safety we don't send passwords by e-mail. Sign in to see it:
{{ serviceUrl }}

Please change the password when you first sign in to the server.
`,
      html: `<p>Hello {{ name }},</p>
<p>Your server has been set up and is running.</p>
<table><tr><td>Host name</td><td class="value">{{ hostname }}</td></tr>
<tr><td>IP address</td><td class="value">{{ address }}</td></tr>
<tr><td>User name</td><td class="value">{{ user }}</td></tr></table>
<p>For your safety we don't send passwords by e-mail. Sign in to see it:</p>
<p><a class="button" href="{{ serviceUrl }}">Show my credentials</a></p>
<p>Please change the password when you first sign in to the server.</p>`,
    },
    ko: {
      subject: "서버 설치가 완료되었습니다 ({{ hostname }})",
      text: `{{ name }} 님, 안녕하세요.

서버 설치가 완료되어 바로 이용하실 수 있습니다.

호스트명: {{ hostname }}
IP 주소: {{ address }}
사용자명: {{ user }}

보안을 위해 비밀번호는 메일로 보내지 않습니다. 로그인 후 접속 정보에서 확인해 주세요.
{{ serviceUrl }}

서버에 처음 접속하신 뒤에는 비밀번호를 변경해 주시기 바랍니다.
`,
      html: `<p>{{ name }} 님, 안녕하세요.</p>
<p>서버 설치가 완료되어 바로 이용하실 수 있습니다.</p>
<table><tr><td>호스트명</td><td class="value">{{ hostname }}</td></tr>
<tr><td>IP 주소</td><td class="value">{{ address }}</td></tr>
<tr><td>사용자명</td><td class="value">{{ user }}</td></tr></table>
<p>보안을 위해 비밀번호는 메일로 보내지 않습니다. 로그인 후 접속 정보에서 확인해 주세요.</p>
<p><a class="button" href="{{ serviceUrl }}">접속 정보 보기</a></p>
<p>서버에 처음 접속하신 뒤에는 비밀번호를 변경해 주시기 바랍니다.</p>`,
    },
  },
})
