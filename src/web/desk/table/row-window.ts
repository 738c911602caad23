import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Up to so many rows all are in the document, where the browser's own search finds them. */
const ALL_UP_TO = 300;
const ROW_PIXELS = 46;
const ROWS_BESIDE = 20;

/**
 * Which rows of a table are in the document: all of a short one, of a long one those near the view, with the room above
 * and below in pixels. A print has them all.
 */
export function useRowWindow(rows: number) {
  const body = useRef<HTMLTableSectionElement>(null);
  const printing = usePrinting();
  const long = rows > ALL_UP_TO && !printing;
  const [top, setTop] = useState(0);
  useEffect(() => {
    if (long && body.current) setTop(body.current.getBoundingClientRect().top + globalThis.scrollY);
  }, [long]);
  // oxlint-disable-next-line react/incompatible-library -- what it returns is read here at each rendering and not handed on
  const rowWindow = useWindowVirtualizer({
    count: long ? rows : 0,
    estimateSize: () => ROW_PIXELS,
    overscan: ROWS_BESIDE,
    scrollMargin: top,
  });
  const near = rowWindow.getVirtualItems();
  if (!long) return { body, shown: Array.from({ length: rows }, (_, at) => at), above: 0, below: 0 };
  return {
    body,
    shown: near.map(({ index }) => index),
    above: Math.max(0, (near[0]?.start ?? top) - top),
    below: Math.max(0, rowWindow.getTotalSize() - ((near.at(-1)?.end ?? top) - top)),
  };
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // At once: the browser takes its picture of the page when this returns.
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    globalThis.addEventListener("beforeprint", before);
    globalThis.addEventListener("afterprint", after);
    return () => {
      globalThis.removeEventListener("beforeprint", before);
      globalThis.removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}
