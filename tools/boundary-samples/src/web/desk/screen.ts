import { client } from "../../client/client.ts";
import { shape } from "../../modules/records/records.contract.ts";
export const screen = [client, shape];
