import { expect, test } from "vitest"
import { sellerIn } from "./seller-contract.ts"

const seller = {
  legalName: "Example Hosting Co., Ltd.",
  representative: "Hong Gil-dong",
  addressLines: ["1 Example-ro", "Seoul"],
  phone: "+82 2-000-0000",
  email: "hello@example.com",
  translations: {
    ko: {
      legalName: "예시호스팅 주식회사",
      representative: "홍길동",
      addressLines: ["서울특별시 예시로 1"],
      phone: "",
    },
  },
}

test("a seller is shown as it was written for the reader", () => {
  expect(sellerIn(seller, "ko")).toMatchObject({
    legalName: "예시호스팅 주식회사",
    representative: "홍길동",
    addressLines: ["서울특별시 예시로 1"],
    email: "hello@example.com",
  })
  expect(sellerIn(seller, "en")).toMatchObject({ representative: "Hong Gil-dong" })
})

test("what wasn't written for them is as it stands on the papers", () => {
  expect(sellerIn(seller, "ko").phone).toBe("+82 2-000-0000")
  expect(sellerIn({ ...seller, translations: undefined }, "ko").legalName).toBe("Example Hosting Co., Ltd.")
})
