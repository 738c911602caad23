/** Invented firms, deterministic by number: never a real one, each with right check digits. */
const REGIONS =
  "黄石市 大冶市 阳新县 黄石港区 西塞山区 下陆区 铁山区 湖北 武汉市 鄂州市 黄冈市 咸宁市 湖北省 襄阳市 宜昌市 荆州市 孝感市".split(
    " ",
  );
const CORES =
  "鑫宏泰达华盛恒源瑞丰润佳诚信德仁和平顺安康永兴隆昌荣发金银铜铁玉石山川江河湖海天地星辰云雨风雷春夏秋冬东西南北中正大方圆明光辉耀龙凤麒麟鹏程万里千百亿兆福禄寿喜祥瑞吉利通广博远志成立新创科智慧联合众力强胜优美雅致清泉松柏竹梅兰菊桃李杏林森木火土水";
const TRADES =
  "建材 有色金属 商贸 物流 矿业 机械 电子 科技 食品 医药 环保 建筑工程 装饰 房地产 农业 酒店 汽车服务 信息技术 新材料 能源 铜业 化工 印刷 服饰 家具 广告 物业 劳务 园林 餐饮 水泥".split(
    " ",
  );
const SUFFIXES = "有限公司 有限公司 有限公司 有限责任公司 股份有限公司 厂 店 经营部 专业合作社".split(" ");

/** A small fast generator (mulberry32): the same number gives the same stream. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface InventedName {
  readonly region: string;
  readonly core: string;
  readonly trade: string;
  readonly suffix: string;
  readonly full: string;
}

const cores = Array.from(CORES);

export function inventedName(serial: number): InventedName {
  const next = dice(serial * 2_654_435_761 + 17);
  const pick = <Kind>(from: readonly Kind[]): Kind => from[Math.floor(next() * from.length)] as Kind;
  const region = pick(REGIONS);
  const length = next() < 0.55 ? 2 : 3;
  const core = Array.from({ length }, () => pick(cores)).join("");
  const trade = pick(TRADES);
  const suffix = pick(SUFFIXES);
  const bracketed = next() < 0.06;
  const full = bracketed ? `${core}${trade}（${region}）${suffix}` : `${region}${core}${trade}${suffix}`;
  return { region, core, trade, suffix, full };
}

const USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** A right credit code (GB 32100, GB 11714) of an enterprise that does not exist. */
export function inventedCode(serial: number): string {
  let body = "MB";
  for (let at = 5; at >= 0; at--) body += USCC_SIGNS[Math.trunc(serial / 31 ** at) % 31] ?? "0";
  let sum = 0;
  for (let at = 0; at < 8; at++) sum += Number.parseInt(body[at] ?? "0", 36) * (ORGANISATION_WEIGHTS[at] ?? 0);
  const rest = 11 - (sum % 11);
  const first17 = `91420200${body}${rest === 10 ? "X" : rest === 11 ? "0" : String(rest)}`;
  let total = 0;
  for (let at = 0; at < 17; at++) total += USCC_SIGNS.indexOf(first17[at] ?? "0") * (USCC_WEIGHTS[at] ?? 0);
  return first17 + (USCC_SIGNS[(31 - (total % 31)) % 31] ?? "");
}
