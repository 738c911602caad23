import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLocalDate, fromDayNumber } from "../../../../kernel/time.ts";
import { readDate } from "./read-date.ts";

const asText = (written: string) => readDate(written, "text");

describe("a date is read in every form that departments write", () => {
  test.each([
    ["2017-04-03", "canonical"],
    ["2017-4-3", "date-form"],
    ["2017/4/3", "date-form"],
    ["2017.4.3", "date-form"],
    ["2017. 4. 3", "date-form"],
    ["20170403", "date-form"],
    ["2017年4月3日", "date-form"],
    ["2017年04月03日", "date-form"],
    ["2017 年 4 月 3 日", "date-form"],
    ["2017年4月3号", "date-form"],
    ["２０１７－０４－０３", "date-form"],
    ["２０１７年４月３日", "date-form"],
    ["2017-04-03 00:00:00", "date-form"],
    ["2017/4/3 8:30", "date-form"],
    ["2017-04-03T08:30:00.123", "date-form"],
    ["2017-04-02T16:30:00Z", "date-form"],
    ["2017-04-03T00:30:00+08:00", "date-form"],
    ["二〇一七年四月三日", "date-form"],
    ["二○一七年四月三日", "date-form"],
    ["二零一七年四月三日", "date-form"],
  ])("%s", (written, form) => {
    expect(asText(written)).toEqual({ date: "2017-04-03", form });
  });

  test("Chinese numerals with tens", () => {
    expect(asText("二〇一七年十二月三十一日")).toEqual({ date: "2017-12-31", form: "date-form" });
    expect(asText("二〇一七年十月二十日")).toEqual({ date: "2017-10-20", form: "date-form" });
    expect(asText("二〇一七年十一月十五日")).toEqual({ date: "2017-11-15", form: "date-form" });
  });

  test("numeric cells: day numbers with a time of day, and eight digits", () => {
    expect(readDate("42828.75", "number")).toEqual({ date: "2017-04-03", form: "date-from-serial" });
    expect(readDate("20170403", "number")).toEqual({ date: "2017-04-03", form: "date-form" });
    expect(asText("20240")).toEqual({ fault: "date-not-a-date" });
    expect(asText("42828")).toEqual({ fault: "date-not-a-date" });
    expect(readDate("2017", "number")).toEqual({ fault: "date-not-a-date" });
  });

  test.each(["长期", "长期有效", "至长期", "永久", "9999-12-31", "9999/12/31", "99991231", "９９９９年１２月３１日"])(
    "%s means for ever",
    (written) => {
      expect(asText(written)).toEqual({ date: "2099-12-31", form: "long-term-date" });
    },
  );
});

describe("what is not certain is no date", () => {
  test.each([
    ["17-4-3", "date-two-digit-year"],
    ["17年4月3日", "date-two-digit-year"],
    ["25.4.9", "date-two-digit-year"],
    ["2017-02-30", "date-not-a-date"],
    ["2017年2月29日", "date-not-a-date"],
    ["4/3/2017", "date-not-a-date"],
    ["2017年4月", "date-not-a-date"],
    ["2017-4/3", "date-not-a-date"],
    ["二〇一七年十三月三日", "date-not-a-date"],
    ["二〇一七年四月十十日", "date-not-a-date"],
    ["昨天", "date-not-a-date"],
    ["1017-04-03", "date-out-of-range"],
    ["3017-04-03", "date-out-of-range"],
  ])("%s", (written, fault) => {
    expect(asText(written)).toEqual({ fault });
  });

  test("no text makes it throw, and whatever it gives is a day that exists", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9年月日〇一二十/.\-: T]{0,20}$/)),
        (written) => {
          for (const kind of ["text", "number", "date"] as const) {
            const reading = readDate(written, kind);
            expect(
              "date" in reading ? parseLocalDate(reading.date) === reading.date : reading.fault.startsWith("date-"),
            ).toBe(true);
          }
        },
      ),
    );
  });

  test("every day is read alike in each of its forms", () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 80_000 }), (number) => {
        const date = fromDayNumber(number);
        const [year = "", month = "", day = ""] = date.split("-").map((part) => String(Number(part)));
        const forms = [date, `${year}/${month}/${day}`, `${year}年${month}月${day}日`, date.replaceAll("-", "")];
        for (const form of forms) expect(asText(form)).toMatchObject({ date });
      }),
    );
  });

  test("every day number of a spreadsheet from 1927 on is its day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 100_000 }), (serial) => {
        const date = fromDayNumber(serial - 25_569);
        expect(readDate(String(serial), "number")).toEqual({ date, form: "date-from-serial" });
      }),
    );
  });
});
