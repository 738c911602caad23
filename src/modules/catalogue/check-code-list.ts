import type { CatalogueFault } from "./catalogue-fault.ts";
import type { CodeList, CodeValue } from "./catalogue-item.ts";
import { foldCode } from "./code-index.ts";

/** Finds names that would mean two values on the same day. */
export function checkCodeList(list: CodeList, file: string): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const held = new Map<string, CodeValue[]>();
  list.values.forEach((code, at) => {
    for (const name of new Set([code.value, code.label.zh, code.label.en, ...code.aliases].map(foldCode))) {
      const others = held.get(name) ?? [];
      const clash = others.find((other) => overlap(other, code));
      if (clash) faults.push({ file, pointer: `/values/${at}`, message: `the name ${name} means ${clash.value} too` });
      held.set(name, [...others, code]);
    }
  });
  return faults;
}

function overlap(a: CodeValue, b: CodeValue): boolean {
  return (
    (a.validTo === null || b.validFrom === null || b.validFrom <= a.validTo) &&
    (b.validTo === null || a.validFrom === null || a.validFrom <= b.validTo)
  );
}
