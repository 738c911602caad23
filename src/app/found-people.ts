import { join } from "node:path";
import { foundSamplePeople, type SamplePerson } from "#accounts";
import { replaceFile } from "../platform/durable-file.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Gives the sample city its people, once. Their passwords, each for one sign-in, stand in a file that only the owner of the
 * data directory can read; the administrator's is told, too.
 */
export async function foundPeople({ accounts, config }: Runtime): Promise<readonly SamplePerson[]> {
  const path = join(config.dataDirectory, "sample-people.txt");
  // Must be written first: what is committed and not kept anywhere would lock everybody out.
  const people = await foundSamplePeople(accounts, (made) => replaceFile(path, listing(made)));
  const administrator = people.find((person) => person.role === "administrator");
  if (!administrator) return people;
  const { userName, password } = administrator;
  process.stdout.write(
    `示例账号 sample accounts ${path}\n管理员一次性密码 one-time administrator password: ${userName} ${password}\n`,
  );
  return people;
}

function listing(people: readonly SamplePerson[]): string {
  const lines = people.map(({ userName, password, role, body, name }) =>
    [userName, password, role, body, name].join("\t"),
  );
  return `# 首次登录须修改密码 / each password is to be changed at the first sign-in\n${lines.join("\n")}\n`;
}
