import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import english from "antd/locale/en_US";
import chinese from "antd/locale/zh_CN";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { RouterProvider } from "react-router/dom";
import { mayPass, openApi } from "../../client/index.ts";
import type { Language } from "../../kernel/text.ts";
import { ApiContext } from "./api.ts";
import { preferredLanguage, preferredTheme, rememberLanguage, rememberTheme, type ThemeChoice } from "./preferences.ts";
import { deskRouter } from "./router.tsx";
import { SettingsContext } from "./settings.ts";
import { deskTheme } from "./theme.ts";
import { LanguageContext } from "./words.ts";

const NONCE = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;
const PREFERS_DARK = globalThis.matchMedia("(prefers-color-scheme: dark)");
const router = deskRouter();
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && mayPass(error) },
    mutations: { retry: false },
  },
});

/** The whole desk: language, theme, data and the screens. */
export function App() {
  const [language, setLanguage] = useState(preferredLanguage);
  const [choice, setChoice] = useState(preferredTheme);
  const dark = useDark(choice);
  const api = useMemo(() => openApi(() => language), [language]);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }, [dark]);
  const settings = useMemo(
    () => ({
      theme: choice,
      setTheme: (next: ThemeChoice) => {
        rememberTheme(next);
        setChoice(next);
      },
      setLanguage: (next: Language) => {
        rememberLanguage(next);
        setLanguage(next);
        // What the API said is in the language that it was asked in.
        void queries.invalidateQueries();
      },
    }),
    [choice],
  );
  return (
    <LanguageContext value={language}>
      <SettingsContext value={settings}>
        <ApiContext value={api}>
          <ConfigProvider
            locale={language === "zh" ? chinese : english}
            theme={deskTheme(dark)}
            button={{ autoInsertSpace: false }}
            {...(NONCE ? { csp: { nonce: NONCE } } : {})}
          >
            <QueryClientProvider client={queries}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </ConfigProvider>
        </ApiContext>
      </SettingsContext>
    </LanguageContext>
  );
}

function useDark(choice: ThemeChoice): boolean {
  const system = useSyncExternalStore(
    (changed) => {
      PREFERS_DARK.addEventListener("change", changed);
      return () => PREFERS_DARK.removeEventListener("change", changed);
    },
    () => PREFERS_DARK.matches,
  );
  return choice === "system" ? system : choice === "dark";
}
