import type { Text } from "../kernel/text.ts";
import type { Config } from "../platform/config.ts";
import type { ServingUrls } from "../platform/db/database-urls.ts";

/** The processes that the supervisor runs. */
export type Role = "web" | "worker";

/** What the supervisor tells a process. Secrets travel this way only: arguments and environment can be read by others. */
export type ToRole =
  | { readonly kind: "start"; readonly role: Role; readonly config: Config; readonly urls: ServingUrls }
  | { readonly kind: "stop" };

/** What a process tells the supervisor. `final` means that another try would fail alike. */
export type FromRole =
  | { readonly kind: "ready"; readonly port: number | null }
  | { readonly kind: "failed"; readonly text: Text; readonly final: boolean };
