// breaks: server-knows-no-web
import { client } from "../client/client.ts";
export const x = client;
