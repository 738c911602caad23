import type { ComponentType } from "react";
import { LatestNotices } from "./latest-notices.tsx";

/**
 * What stands on Today below the lines. Most work is a line: a duty source of the platform (src/app/duty-sources.ts) makes
 * one without any code here. A part of its own is for what is no line.
 */
export const TODAY_PARTS: readonly ComponentType[] = [LatestNotices];
