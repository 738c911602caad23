import { Navigate } from "react-router";
import { SCREENS } from "../screens.ts";
import { mayOpen, useSession } from "../session.ts";

/** Where the work of this person begins: the first screen that their roles open, else one that anybody may read. */
export function FirstScreen() {
  const session = useSession().data;
  const own = Object.values(SCREENS).find(
    ({ permission }) => permission !== null && session !== undefined && mayOpen(session, permission),
  );
  return <Navigate to={(own ?? SCREENS.timeliness).path} replace />;
}
