import { pino, type Logger } from "pino";
import type { LogLevel } from "./config.ts";

export type { Logger };

/**
 * Structured logs, one JSON object a line, to standard error: standard output belongs to what a command answers. Each
 * line names its process; requests add `requestId` through `logger.child`. Credentials are struck out wherever they stand.
 */
export function createLogger(processName: string, level: LogLevel): Logger {
  return pino(
    {
      level,
      base: { process: processName, pid: process.pid },
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          "authorization",
          "*.authorization",
          "*.headers.authorization",
          "*.headers.cookie",
          "password",
          "*.password",
        ],
        censor: "[struck out]",
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
