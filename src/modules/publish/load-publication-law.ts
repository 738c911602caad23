import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CatalogueError, type Catalogue, type CatalogueFault, type Workdays } from "#catalogue";
import type { PublicationLaw } from "./publication.rules.ts";
import { parseDeadlines, parsePublicityWindows, parseServices, parseSeverities } from "./rule-editions.ts";

/**
 * Reads the rules of publication under a directory of law data, and checks that every item names rules that exist.
 * @throws CatalogueError with file and place
 */
export async function loadPublicationLaw(
  lawDirectory: string,
  catalogue: Catalogue,
  workdays: Workdays,
): Promise<PublicationLaw> {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(lawDirectory, file), "utf8"));
  const law: PublicationLaw = {
    workdays,
    deadlines: parseDeadlines(await read("rules/deadlines.json")),
    windows: parsePublicityWindows(await read("rules/publicity-windows.json")),
    severities: parseSeverities(await read("rules/severity.json")),
    services: parseServices(await read("rules/service.json")),
  };
  const faults: CatalogueFault[] = catalogue.items.flatMap((item) => {
    const missing = (
      part: "deadline" | "window" | "severity",
      known: ReadonlyMap<string, unknown>,
    ): CatalogueFault[] => {
      const name = item.publicity[part];
      return name === null || known.has(name)
        ? []
        : [
            {
              file: `catalogue/items (${item.item})`,
              pointer: `/publicity/${part}`,
              message: `there is no rule ${name}`,
            },
          ];
    };
    return [
      ...missing("deadline", law.deadlines.editions),
      ...missing("window", law.windows),
      ...missing("severity", law.severities),
    ];
  });
  for (const rule of [...law.services.values()].flat()) {
    const known = rule.items.every((item) => catalogue.items.some((entry) => entry.item === item));
    if (known && law.deadlines.editions.has(rule.serviceTerm)) continue;
    const pointer = `/services (${rule.service})`;
    faults.push({ file: "rules/service.json", pointer, message: "names an item or a term that does not exist" });
  }
  if (faults.length > 0) throw new CatalogueError(faults);
  return law;
}
