import type { Text } from "../../kernel/text.ts";

/** Words of the frame around every page, of lists and of errors. */
export const SITE_WORDS = {
  "site.description": {
    zh: "行政许可、行政处罚和登记信息的公示与查询",
    en: "Public licences, penalties and registrations of businesses",
  },
  "site.sample": {
    zh: "示例数据：本站的企业和决定均为虚构",
    en: "Sample data: all businesses and decisions on this site are fictional",
  },
  "nav.skip": { zh: "跳到正文", en: "Skip to content" },
  "nav.main": { zh: "主导航", en: "Main" },
  "nav.trail": { zh: "当前位置", en: "You are here" },
  "nav.home": { zh: "首页", en: "Home" },
  "nav.publicity": { zh: "双公示", en: "Publicity" },
  "nav.statistics": { zh: "公示及时率", en: "Timeliness" },
  "nav.catalogue": { zh: "信息目录", en: "Catalogue" },
  "nav.api": { zh: "开放接口", en: "API" },
  "nav.about": { zh: "关于本站", en: "About" },
  "print.retrieved": { zh: "{day} 取自", en: "retrieved {day}" },
  "footer.organiser": { zh: "主办单位：", en: "Organiser: " },
  "footer.code": { zh: "网站标识码：", en: "Site code: " },
  "footer.contact": { zh: "联系：", en: "Contact: " },
  "footer.licence": { zh: "Apache-2.0 开放源代码", en: "open source, Apache-2.0" },
  "list.comma": { zh: "、", en: ", " },
  "list.next": { zh: "下一页", en: "Next page" },
  "filter.item": { zh: "事项", en: "Item" },
  "filter.body": { zh: "机构", en: "Body" },
  "filter.from": { zh: "决定日期自", en: "Decided from" },
  "filter.to": { zh: "至", en: "to" },
  "filter.any": { zh: "全部", en: "all" },
  "filter.apply": { zh: "筛选", en: "Filter" },
  "error.code": { zh: "错误 {status}", en: "Error {status}" },
  "error.home": { zh: "回到首页重新查询", en: "Search again from the home page" },
  "error.ask": { zh: "仍有疑问，请联系：", en: "If that does not help, ask: " },
  "error.trace": { zh: "联系时请提供编号：", en: "Please give this number: " },
  "gone.withdrawn": {
    zh: "作出决定的机关已撤回该记录，自{day}起不再公示，内容不再提供。",
    en: "The body that decided has withdrawn this record. It has not been public since {day}; its content is not given.",
  },
  "gone.ended": {
    zh: "该记录的公示期已经届满，自{day}起不再公示，内容不再提供。",
    en: "The publicity of this record has ended. It has not been public since {day}; its content is not given.",
  },
  "gone.class": {
    zh: "这一类别的记录不公示，自{day}起不再公示，内容不再提供。",
    en: "Records of its class are not published. It has not been public since {day}; its content is not given.",
  },
  "gone.other": {
    zh: "该记录自{day}起不再公示，内容不再提供。",
    en: "This record has not been public since {day}; its content is not given.",
  },
} as const satisfies Record<string, Text>;
