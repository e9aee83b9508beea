import { expect, test } from "vitest"
import { readPlanForm, readProductForm } from "./range.ts"

test("the grid is read in each currency's own way; empty cells are no prices", () => {
  const { prices, resources } = readPlanForm(
    {
      "prices/KRW/monthly/amount": "11,000원",
      "prices/KRW/monthly/setupFee": "",
      "prices/KRW/annual/amount": " ",
      "prices/USD/monthly/amount": "8.90",
      "prices/USD/monthly/setupFee": "9",
      "prices/EUR/monthly/amount": "8.90",
      "resources/cpuCores": "2",
      "resources/memoryMb": "",
    },
    ["KRW", "USD"],
  )
  expect(prices).toEqual({
    KRW: { monthly: { amount: "11000", setupFee: "0" } },
    USD: { monthly: { amount: "890", setupFee: "900" } },
  })
  expect([resources.cpuCores, resources.memoryMb]).toEqual([2, Number.NaN])
})

test("what is no amount is sent as it was typed, so that its own cell says so", () => {
  const typed = { "prices/USD/monthly/amount": "8.999", "prices/USD/annual/setupFee": "5" }
  expect(readPlanForm(typed, ["USD"]).prices).toEqual({
    USD: { monthly: { amount: "8.999", setupFee: "0" }, annual: { amount: "?", setupFee: "500" } },
  })
})

test("rows that were left empty are none, and a row without its tick is not offered", () => {
  const { locations, images } = readProductForm({
    "locations/0/id": "seoul",
    "locations/0/name/en": "Seoul",
    "locations/0/name/ko": "서울",
    "locations/0/groupId": "3",
    "locations/1/id": "",
    "locations/1/isOffered": "yes",
    "images/0/id": "debian-13",
    "images/0/name": "Debian 13",
    "images/0/templateId": "41",
    "images/0/isOffered": "yes",
  })
  expect(locations).toEqual([
    { id: "seoul", name: { en: "Seoul", ko: "서울" }, groupId: 3, isOffered: false },
  ])
  expect(images).toEqual([{ id: "debian-13", name: "Debian 13", templateId: 41, isOffered: true }])
})
