import { Button } from "antd";
import { useSettings } from "../settings.ts";
import { useWords } from "../words.ts";
import { SHELL_WORDS } from "./shell.words.ts";

const THEMES = ["system", "light", "dark"] as const;

/** Language and theme, by words; a select of the browser itself is reached by every keyboard and reader. */
export function ReaderSettings() {
  const { t, language } = useWords(SHELL_WORDS);
  const { theme, setTheme, setLanguage } = useSettings();
  const other = language === "zh" ? "en" : "zh";
  return (
    <>
      <label className="theme-choice">
        <span className="visually-hidden">{t("shell.theme")}</span>
        <select
          value={theme}
          onChange={({ target }) => setTheme(THEMES.find((choice) => choice === target.value) ?? "system")}
        >
          {THEMES.map((choice) => (
            <option key={choice} value={choice}>
              {t(`shell.theme.${choice}`)}
            </option>
          ))}
        </select>
      </label>
      <Button type="text" lang={other === "zh" ? "zh-CN" : "en"} onClick={() => setLanguage(other)}>
        {t("shell.language")}
      </Button>
    </>
  );
}
