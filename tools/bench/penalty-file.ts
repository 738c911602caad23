import { readFileSync } from "node:fs";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { addDays, systemClock } from "../../src/kernel/time.ts";
import { dice, inventedCode, inventedName } from "./invented.ts";

const TODAY = systemClock.today();
/** A file of invented penalties in the full form of the 2018 standard, about 900 bytes a row as real ones have. */
const ITEM = join(import.meta.dirname, "../../data/catalogue/items/administrative-penalty.json");
const BODIES = [
  ["黄石市应急管理局", "11420200MAXX10010K", "黄应急罚"],
  ["黄石市生态环境局", "11420200MAXX10010K", "黄环罚"],
] as const;
const FACTS =
  "经查，当事人在生产经营过程中未按规定设置安全警示标志，未对从业人员进行安全生产教育和培训，相关台账记录不完整，现场检查发现配电箱未接地、消防通道堆放杂物、危险化学品未分类存放，且在限期整改通知书送达后仍未按期完成整改，以上事实有现场检查笔录、询问笔录、照片等证据证实。";

export interface PenaltyFileOptions {
  readonly rows: number;
  readonly firms: number;
  /** Number of the first document; files with other ranges hold other decisions. */
  readonly from?: number;
}

export function penaltyHeader(): readonly string[] {
  const item = JSON.parse(readFileSync(ITEM, "utf8")) as { fields: { title: { zh: string } }[] };
  return item.fields.map((field) => field.title.zh);
}

/** The cells of one penalty, in the order of the catalogue's fields. */
export function penaltyCells(serial: number, firms: number): string[] {
  const next = dice(serial * 40_503 + 7);
  const firm = Math.floor(next() * firms);
  const [body, code, mark] = BODIES[serial % BODIES.length] ?? BODIES[0];
  // Within what today's law lets the public see of a general penalty.
  const day = addDays(TODAY, -1 - Math.floor(next() * 300));
  const year = day.slice(0, 4);
  const fine = (1 + Math.floor(next() * 400)) / 20;
  const facts = FACTS.slice(0, 60 + Math.floor(next() * 90));
  return [
    inventedName(firm).full,
    "法人及非法人组织",
    inventedCode(firm),
    "",
    "",
    "",
    "",
    "",
    `示例${String.fromCodePoint(0x4e00 + (firm % 500))}`,
    "",
    "",
    "",
    "",
    `${mark}〔${year}〕${serial}号`,
    "未按规定设置安全警示标志",
    facts,
    "《中华人民共和国安全生产法》第九十九条第一项、第一百零二条",
    "警告;罚款",
    `警告，并处罚款人民币${fine}万元整，自收到本决定书之日起十五日内缴至指定银行`,
    String(fine),
    "",
    "",
    day,
    "2099-12-31",
    "",
    body,
    code,
    body,
    code,
    "",
    "一般",
    "普通程序",
  ];
}

function* penaltyCsv({ rows, firms, from = 1 }: PenaltyFileOptions): Generator<string> {
  let text = `\uFEFF${penaltyHeader().join(",")}\r\n`;
  for (let at = 0; at < rows; at++) {
    text += `${penaltyCells(from + at, firms).join(",")}\r\n`;
    if (text.length < 200_000) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

export async function writePenaltyCsv(path: string, options: PenaltyFileOptions): Promise<void> {
  await pipeline(Readable.from(penaltyCsv(options)), createWriteStream(path));
}
