import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Outlet, useLocation, useNavigation } from "react-router";
import type { Session } from "../../../client/index.ts";
import { SignIn } from "../screens/sign-in/sign-in.tsx";
import { useSession } from "../session.ts";
import { useWords } from "../words.ts";
import { DeskHeader } from "./desk-header.tsx";
import { DeskNavigation } from "./desk-navigation.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { SHELL_WORDS } from "./shell.words.ts";
import { Waiting } from "./waiting.tsx";

const CommandPalette = lazy(async () => ({ default: (await import("./command-palette.tsx")).CommandPalette }));
const ChangePassword = lazy(async () => ({
  default: (await import("../screens/sign-in/change-password.tsx")).ChangePassword,
}));

/** The frame of the desk: who nobody knows signs in first, who has a first password changes it, the rest works. */
export function Shell() {
  const session = useSession();
  if (session.isPending) return <Waiting />;
  if (session.data === undefined)
    return (
      <main className="screen">
        <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  if (session.data.user === null) return <SignIn />;
  if (session.data.mustChangePassword)
    return (
      <Suspense fallback={<Waiting />}>
        <ChangePassword />
      </Suspense>
    );
  return <Workbench session={session.data} />;
}

function Workbench({ session }: { readonly session: Session }) {
  const { t } = useWords(SHELL_WORDS);
  const [finding, setFinding] = useState(false);
  const main = useFocusOnNewScreen();
  const moving = useNavigation().state !== "idle";
  useShortcut(() => setFinding(true));
  return (
    <>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <DeskHeader session={session} onFind={() => setFinding(true)} />
      <div className="workbench">
        <DeskNavigation session={session} />
        <main id="main" ref={main} className="screen" tabIndex={-1} aria-busy={moving}>
          <Outlet />
        </main>
      </div>
      {finding ? (
        <Suspense fallback={null}>
          <CommandPalette session={session} onClose={() => setFinding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** A new screen begins at its top, for the eye and for a screen reader alike. */
function useFocusOnNewScreen() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    globalThis.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

/** Ctrl-K, or Cmd-K, from anywhere. */
function useShortcut(onFind: () => void): void {
  useEffect(() => {
    const look = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      onFind();
    };
    globalThis.addEventListener("keydown", look);
    return () => globalThis.removeEventListener("keydown", look);
  });
}
