import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CatalogueError, type CatalogueFault } from "../catalogue-fault.ts";
import { parseCalendarYear, type CalendarYear } from "./calendar-year.ts";
import { Workdays } from "./workdays.ts";

/**
 * Reads every year under calendar/ of a directory of law data. A year's file bears its number.
 * @throws CatalogueError with the faults of all files
 */
export async function loadWorkdays(lawDirectory: string): Promise<Workdays> {
  const names = (await readdir(join(lawDirectory, "calendar"))).filter((name) => /^\d{4}\.json$/.test(name)).toSorted();
  const faults: CatalogueFault[] = [];
  const years: CalendarYear[] = [];
  for (const name of names) {
    const file = `calendar/${name}`;
    try {
      const year = parseCalendarYear(JSON.parse(await readFile(join(lawDirectory, file), "utf8")), file);
      if (`${year.year}.json` === name) years.push(year);
      else faults.push({ file, pointer: "/year", message: `is ${year.year}, the file is called ${name}` });
    } catch (error) {
      if (error instanceof CatalogueError) faults.push(...error.faults);
      else if (error instanceof SyntaxError)
        faults.push({ file, pointer: "", message: `is not JSON: ${error.message}` });
      else throw error;
    }
  }
  if (faults.length > 0) throw new CatalogueError(faults);
  return new Workdays(years);
}
