import type { Body, CatalogueItem } from "../catalogue-item.ts";
import type { CatalogueFault } from "../catalogue-fault.ts";
import type { Duty } from "./duty.ts";

/** Finds what is wrong with duties: items and bodies that do not exist, names that stand twice, ends before beginnings. */
export function checkDuties(
  duties: readonly Duty[],
  known: { readonly items: readonly CatalogueItem[]; readonly bodies: ReadonlyMap<string, Body> },
  file: string,
): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const codes = new Set<string>();
  for (const [at, { duty, item, bodies, effectiveFrom, effectiveTo }] of duties.entries()) {
    const told = (place: string, message: string): unknown =>
      faults.push({ file, pointer: `/duties/${at}/${place}`, message });
    if (codes.has(duty)) told("duty", `the duty ${duty} stands twice`);
    codes.add(duty);
    if (!known.items.some((one) => one.item === item)) told("item", `there is no item ${item}`);
    if (effectiveTo !== null && effectiveTo < effectiveFrom) told("effectiveTo", "ends before it begins");
    for (const [place, body] of bodies.entries()) {
      if (!known.bodies.has(body)) told(`bodies/${place}`, `there is no body ${body}`);
      if (bodies.indexOf(body) !== place) told(`bodies/${place}`, `the body ${body} stands twice`);
    }
  }
  return faults;
}
