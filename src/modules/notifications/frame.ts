/**
 * The one frame around the words of every mail. No colour is said but the brand's accent and a middle grey: text and
 * ground are the reader's own, by day and by night. What a mail program must not drop stands at the element itself,
 * for some throw the head away. The only table is for Outlook on Windows, which knows no `max-width`.
 * `body` was escaped when it was rendered.
 */
export const frame = `<!doctype html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>{{ subject }}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
body { color-scheme: light dark; word-break: keep-all; overflow-wrap: anywhere }
h1, h2, h3 { line-height: 1.3; margin: 24px 0 8px; font-size: 20px }
a { color: inherit }
td { padding: 8px 0; border-bottom: 1px solid #8c8c8c; vertical-align: top }
.amount { text-align: right; padding-left: 16px; white-space: nowrap }
.value { text-align: right; padding-left: 16px }
.total td { font-weight: 700; border-bottom: 0 }
.button { background: {{ accent }}; color: {{ accentInk }} }
@media (max-width: 480px) { .button { display: block !important; text-align: center } }
</style>
</head>
<body style="margin:0;padding:24px 16px;font:16px/1.6 system-ui,-apple-system,'Apple SD Gothic Neo','Malgun Gothic','Segoe UI',sans-serif">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all">{{ preheader }}{% for i in (1..60) %}&#847;&zwnj;&nbsp;{% endfor %}</div>
<!--[if mso]><table role="presentation" align="center" width="560"><tr><td><![endif]-->
<div style="max-width:560px;margin:0 auto">
<div style="border-top:4px solid {{ accent }};padding:20px 0 8px">{% if brand.logoUrl %}<img src="{{ brand.logoUrl }}" alt="{{ brand.name }}" height="32" style="display:inline-block;height:32px;max-width:240px;padding:6px 10px;border-radius:8px;background:#ffffff;border:0">{% else %}<strong style="font-size:18px">{{ brand.name }}</strong>{% endif %}</div>
<div role="article" aria-label="{{ subject }}">
{{ body | raw }}
</div>
<div style="margin-top:32px;padding-top:16px;border-top:1px solid #8c8c8c;font-size:13px;line-height:1.5">
<strong>{{ brand.name }}</strong><br>{{ brand.legalName }}<br>
{% for line in brand.addressLines %}{{ line }}<br>{% endfor %}{{ brand.taxId }}<br>{{ brand.email }} · {{ brand.phone }}
{% if refusal %}<p style="margin:16px 0 0">{{ refusal.why }}<br><a href="{{ refusal.url }}">{{ refusal.refuse }}</a></p>
{% endif %}{% if choice %}<p style="margin:16px 0 0"><a href="{{ choice.url }}">{{ choice.words }}</a></p>
{% endif %}{% if brand.isDemo %}<p style="margin:16px 0 0"><em>{{ demo }}</em></p>
{% endif %}</div>
</div>
<!--[if mso]></td></tr></table><![endif]-->
</body>
</html>
`

export interface Accent {
  readonly accent: string
  readonly accentInk: string
}

/** What our own words are made of, with its looks at the element: words of staff that say them alike look alike. */
export function dressBody(html: string, { accent, accentInk }: Accent): string {
  // Outlook on Windows has no padding around a link; raised spaces on both sides of the words make one.
  const spacer = (raise: string) =>
    `<!--[if mso]><i style="mso-font-width:200%;mso-text-raise:${raise}">&emsp;</i><![endif]-->`
  const button = `display:inline-block;padding:12px 24px;border-radius:8px;background:${accent};color:${accentInk};font-weight:600;line-height:1.3;text-decoration:none`
  return html
    .replaceAll("<p>", '<p style="margin:0 0 16px">')
    .replaceAll("<table>", '<table style="border-collapse:collapse;width:100%;margin:0 0 16px">')
    .replaceAll('<tr class="total">', '<tr class="total" style="font-weight:700">')
    .replaceAll("<td>", `<td style="${CELL}">`)
    .replaceAll(
      '<td class="amount">',
      `<td class="amount" style="${CELL};padding-left:16px;text-align:right;white-space:nowrap">`,
    )
    .replaceAll(
      '<td class="value">',
      `<td class="value" style="${CELL};padding-left:16px;text-align:right;overflow-wrap:anywhere">`,
    )
    .replaceAll(
      /<a class="button" href="([^"]*)">([\s\S]*?)<\/a>/g,
      (_whole, address: string, label: string) =>
        `<a class="button" href="${address}" style="${button}">${spacer("24pt")}<span style="mso-text-raise:12pt">${label}</span>${spacer("0pt")}</a>`,
    )
}

const CELL = "padding:8px 0;border-bottom:1px solid #8c8c8c;vertical-align:top"
