import { fill, type Language, type Text } from "../../kernel/text.ts";
import type { Notice } from "./notice.ts";
import type { NoticeLaw } from "./notice-law.ts";

/** What a code of the params is called, by the name of its place: `item` → the title of the item. */
export type CodeNames = Readonly<Record<string, (code: string) => Text | undefined>>;

/** The words of a notice in both languages, with names in the place of codes. A kind that is not known stands for itself. */
export function noticeWords(
  law: NoticeLaw,
  names: CodeNames,
  { kind, params }: Pick<Notice, "kind" | "params">,
): { readonly title: Text; readonly text: Text } {
  const words = law.kinds.get(kind) ?? { title: { zh: kind, en: kind }, text: { zh: "", en: "" } };
  return { title: filled(words.title, params, names), text: filled(words.text, params, names) };
}

function filled(template: Text, params: Notice["params"], names: CodeNames): Text {
  const say = (language: Language): string =>
    fill(
      template[language],
      Object.fromEntries(
        Object.entries(params).map(([place, value]) => [place, names[place]?.(String(value))?.[language] ?? value]),
      ),
    );
  return { zh: say("zh"), en: say("en") };
}

/** A mail that tells what there is and where; nothing of what it is about. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** The mail of a notice: Chinese first, then English; `base` is the address of the desk. */
export function mailText(
  words: { readonly title: Text; readonly text: Text },
  { link, dueOn }: Pick<Notice, "link" | "dueOn">,
  base: string,
): MailText {
  const address = `${base}${link}`;
  const due = { zh: dueOn === null ? [] : [`期限：${dueOn}`], en: dueOn === null ? [] : [`Due: ${dueOn}`] };
  const lines = [
    words.title.zh,
    words.text.zh,
    ...due.zh,
    `办理：${address}`,
    "",
    words.title.en,
    words.text.en,
    ...due.en,
    `To deal with it: ${address}`,
    "",
    "--",
    `此邮件由平台自动发出，请勿回复。不再接收：登录后在“我的账号”中关闭邮件提醒。`,
    `Sent by the platform; nobody reads answers. To stop these mails, switch them off under “My account”: ${base}/account`,
  ];
  return { subject: `${words.title.zh} / ${words.title.en}`, body: `${lines.join("\n")}\n` };
}
