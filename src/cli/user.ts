import { openClient } from "../app/client.ts";
import { isOfCreditOffice, ROLES } from "../kernel/permission.ts";
import { readConfig } from "../platform/config.ts";
import { readArguments, UsageError } from "./usage.ts";

const ofCreditOffice = ROLES.filter(isOfCreditOffice).join("、");
const USAGE = `用法 usage: mingxin user add NAME --name 姓名 --body BODY --role ${ROLES.join("|")} [--reason TEXT] [--json]

  NAME    用户名 the user name, by which they sign in
  --body  机构代码 key of a body in data/catalogue/bodies.json, e.g. hs-ecology
  --role  ${ofCreditOffice} 只能授予信用办、信用中心的人员 are held in the credit office only: hs-credit-office, hs-credit-centre

某一角色的首位持有人立即生效；此后每次授权须由主管或管理员中的另一人在工作台“人员与密钥”批准，并得到邀请的另一半。
The first of a role holds it at once. Every later one waits for a supervisor or administrator, who approves it on the desk
under People and is given the other half of the invitation.`;

interface Invited {
  readonly personId: string;
  readonly invitation: { readonly token: string; readonly complete: boolean; readonly expiresAt: string };
  readonly proceeding: { readonly state: string; readonly proceedingId: string };
}

/**
 * `mingxin user add NAME`: invites a person by the machine's key and prints the token by which they set a password. The
 * first of a role hold it at once; later ones when a second person has approved it.
 */
export async function userCommand(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = readArguments(args, {
    name: { type: "string" },
    body: { type: "string" },
    role: { type: "string" },
    reason: { type: "string", default: "由本机管理员添加" },
    json: { type: "boolean", default: false },
  });
  const [verb, userName] = positionals;
  const { body, role, reason, name = userName } = values;
  if (verb !== "add" || userName === undefined || positionals.length > 2 || body === undefined || role === undefined)
    throw new UsageError(USAGE);
  const client = await openClient(readConfig(process.env, process.cwd()));
  try {
    const content = JSON.stringify({ userName, name, body, role, reason });
    const response = await client.request("POST", "/people", {
      body: new Blob([content]).stream(),
      contentType: "application/json",
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: our own API is at the other end
    const answer = (await response.json()) as Invited & { title: string; detail: string };
    if (!response.ok) {
      process.stderr.write(`${answer.title}：${answer.detail}\n`);
      return false;
    }
    process.stdout.write(values.json ? `${JSON.stringify(answer, null, 2)}\n` : told(answer, client.base));
    return true;
  } finally {
    await client.close();
  }
}

function told({ invitation, proceeding }: Invited, base: string): string {
  const isHeld = proceeding.state === "approved";
  return [
    `邀请令牌（只显示一次，至 ${invitation.expiresAt}） invitation, shown once: ${invitation.token}`,
    ...(invitation.complete
      ? [`设置密码 set the password: ${base}/desk/invitation#${invitation.token}`]
      : ["这是邀请的一半，另一半由批准人得到 this is one half; whoever approves is given the other"]),
    isHeld
      ? "角色已生效（该角色的首位持有人） the role is held: the first of its kind"
      : `角色待另一人批准 the role waits for another person's approval: ${proceeding.proceedingId}`,
    "",
  ].join("\n");
}
