import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider from "oidc-provider";

/**
 * A government's identity service as a process of its own: `node identity-service.ts PORT REDIRECT…`. Whoever says a name is
 * that person; with the box ticked it says that it has asked for a second factor. Prints "ready" when it listens.
 */
const [port = "0", ...redirects] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const provider: Provider = new Provider(issuer, {
  clients: [
    {
      client_id: "mingxin",
      client_secret: "a secret: with %signs",
      redirect_uris: redirects,
      response_types: ["code"],
    },
  ],
  claims: { openid: ["sub", "acr", "amr"] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  loadExistingGrant: async (context) => {
    const { client, session } = context.oidc;
    const grant = new provider.Grant({ clientId: client?.clientId ?? "", accountId: session?.accountId ?? "" });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
});

const FORM = `<!doctype html><html lang="zh-CN"><title>示例身份认证</title><h1>示例身份认证</h1><form method="post">
<p><label>账号 <input name="account" required></label></p>
<p><label><input type="checkbox" name="second" value="1"> 已核验短信验证码</label></p>
<button name="act" value="sign-in">登录</button> <button name="act" value="cancel" formnovalidate>取消</button></form></html>`;

async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html; charset=utf-8").end(FORM);
    return;
  }
  let body = "";
  for await (const part of request.setEncoding("utf8")) body += String(part);
  const given = new URLSearchParams(body);
  const amr = given.get("second") === "1" ? ["pwd", "sms", "mfa"] : ["pwd"];
  const result =
    given.get("act") === "cancel"
      ? { error: "access_denied" }
      : { login: { accountId: given.get("account") ?? "", amr, remember: false } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const answer = provider.callback();
createServer((request, response) => {
  if (request.url?.startsWith("/interaction/") !== true) return void answer(request, response);
  interact(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
