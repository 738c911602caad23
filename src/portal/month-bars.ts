import { html, type Html } from "./html.ts";
import type { PageContext } from "./page-context.ts";
import { share } from "./pages/home-page.ts";

export interface MonthBar {
  /** "YYYY-MM" */
  readonly month: string;
  readonly onTime: number;
  readonly due: number;
}

const STEP = 26;
const HEIGHT = 72;

/** Decisions per month as bars, the part on time filled; drawn with attributes only, so that it needs no script or style. */
export function monthBars(bars: readonly MonthBar[], title: string, t: PageContext["t"]): Html {
  const most = Math.max(1, ...bars.map((bar) => bar.due));
  const width = bars.length * STEP;
  const scaled = (count: number): number => Math.round((count * HEIGHT * 10) / most) / 10;
  return html`<svg
    class="bars"
    viewBox="0 0 ${width} ${HEIGHT + 20}"
    role="img"
    aria-label="${title}"
    preserveAspectRatio="xMinYMin meet"
  >
    <line x1="0" y1="${HEIGHT + 0.5}" x2="${width}" y2="${HEIGHT + 0.5}" class="axis" />
    ${bars.map((bar, at) => {
      const x = at * STEP + 4;
      return html`<g
        ><title>
          ${t("statistics.bar", { month: bar.month, onTime: bar.onTime, due: bar.due, share: share(bar.onTime, bar.due) })}
        </title>
        <rect x="${x}" y="${HEIGHT - scaled(bar.due)}" width="${STEP - 8}" height="${scaled(bar.due)}" class="due" />
        <rect
          x="${x}"
          y="${HEIGHT - scaled(bar.onTime)}"
          width="${STEP - 8}"
          height="${scaled(bar.onTime)}"
          class="in-time"
        />
        <text x="${x + (STEP - 8) / 2}" y="${HEIGHT + 14}" text-anchor="middle">${bar.month.slice(5)}</text></g
      >`;
    })}
  </svg>`;
}
