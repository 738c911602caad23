import { Problem } from "../kernel/problem.ts";
import { StartError } from "../platform/start-error.ts";
import { UsageError } from "./usage.ts";

/** Exit codes of every command. */
const OK = 0;
const REFUSED = 1;
const USAGE = 2;

type Command = (args: readonly string[]) => Promise<boolean>;

/** Each command is loaded when it is asked for, so that `deadline` does not wait for the server's code. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./serve.ts")).serveCommand,
  import: async () => (await import("./import.ts")).importCommand,
  template: async () => (await import("./template.ts")).templateCommand,
  deadline: async () => (await import("./deadline.ts")).deadlineCommand,
  user: async () => (await import("./user.ts")).userCommand,
  identifier: async () => (await import("./identifier.ts")).identifierCommand,
};

const HELP = `明信 Mingxin — 城市公共信用信息平台

用法 Usage: mingxin COMMAND

  serve                                   启动平台 run the platform
  import ITEM FILE [--source PROFILE] [--body BODY] [--attest] [--annotated OUT] [--json]
                                          报送文件 hand in a file (CSV, XLSX, NDJSON); 有问题时把批注版写入 OUT
                                          with problems, the annotated file goes to OUT
  template ITEM --out FILE.xlsx           填报模板 the item's template
  deadline DATE… [--json]                 公示期限 last day of the term of publication; - reads lines
  identifier VALUE… [--kind KIND] [--json]  核验代码 check codes; - reads lines of kind<TAB>value
  user add NAME --name 姓名 --body BODY --role ROLE [--reason TEXT] [--json]
                                          邀请人员 invite a person, who sets a password by the invitation;
                                          mingxin user add 列出机构、角色和审批说明 alone tells bodies, roles, approval

退出码 Exit codes: 0 完成 done, 1 被拒绝（原因已列出） refused with reasons, 2 用法错误 usage
`;

/** Runs one command line. Gives the exit code; whatever goes wrong is told on stderr in words. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  // Whoever read our words may go away (`| head`); the command still ends what it began.
  process.stdout.on("error", () => undefined);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(HELP);
    return name === undefined ? USAGE : OK;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    process.stderr.write(`没有命令 ${name} (no such command)\n\n${HELP}`);
    return USAGE;
  }
  try {
    const command = await load();
    return (await command(args)) ? OK : REFUSED;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return USAGE;
  }
  if (error instanceof StartError) {
    process.stderr.write(`${error.text.zh}\n${error.text.en}\n`);
    return REFUSED;
  }
  if (error instanceof Problem) {
    const detail = error.detail ?? error.kind.remedy;
    process.stderr.write(`${error.kind.title.zh}：${detail.zh}\n${error.kind.title.en}: ${detail.en}\n`);
    return REFUSED;
  }
  throw error;
}
