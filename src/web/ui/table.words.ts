import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    shown: "{count, plural, =0 {Nothing} one {# row} other {# rows}} on this page",
    noMatch: "Nothing matches",
    noMatchHelp: "Fewer filters or other words may find something; one letter may be too little.",
    columns: "Columns",
    select: "Select",
    selected: "{count, plural, one {# selected} other {# selected}}",
    selectAll: "Select all on this page",
    clear: "Clear",
    clearOne: "Remove the filter {name}",
    clearAll: "Clear filters",
    filter: "Filter",
    exportCsv: "Export CSV",
    any: "Any",
  },
  ko: {
    shown: "이 페이지에 {count}건",
    noMatch: "조건에 맞는 항목이 없습니다",
    noMatchHelp: "조건을 줄이거나 검색어를 바꿔 보세요. 한 글자로는 찾지 못할 수 있습니다.",
    columns: "표시 항목",
    select: "선택",
    selected: "{count}건 선택",
    selectAll: "이 페이지 모두 선택",
    clear: "선택 해제",
    clearOne: "{name} 조건 해제",
    clearAll: "조건 초기화",
    filter: "조회",
    exportCsv: "CSV 내보내기",
    any: "전체",
  },
})
