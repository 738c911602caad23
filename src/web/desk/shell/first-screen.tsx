import { Navigate } from "react-router";
import { SCREENS } from "../screens.ts";

/** The day begins with what is to be done. */
export function FirstScreen() {
  return <Navigate to={SCREENS.today.path} replace />;
}
