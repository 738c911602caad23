/** A server outside did not answer as servers do; told is its address, never what it said. */
export class OutsideError extends Error {
  constructor(address: string, reason: string, cause?: unknown) {
    super(`${new URL(address).origin}: ${reason}`, cause === undefined ? undefined : { cause });
    this.name = "OutsideError";
  }
}

export interface OutsideRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes it a POST of a form. */
  readonly form?: URLSearchParams;
}

const LONGEST_MS = 8000;
const LARGEST_BYTES = 256 * 1024;

/**
 * Asks a server outside for JSON. A redirect is refused (what was sent is meant for that address only), and so is what
 * takes longer than 8 s or is larger than 256 KiB. @throws OutsideError, also for an answer of 500 and above
 */
export async function askOutside(
  address: string,
  { headers = {}, form }: OutsideRequest = {},
): Promise<{ readonly status: number; readonly content: unknown }> {
  try {
    const response = await fetch(address, {
      method: form ? "POST" : "GET",
      headers: { accept: "application/json", ...headers },
      redirect: "error",
      signal: AbortSignal.timeout(LONGEST_MS),
      ...(form ? { body: form } : {}),
    });
    const text = await textOf(response, address);
    if (response.status >= 500) throw new OutsideError(address, `answered ${response.status}`);
    return { status: response.status, content: JSON.parse(text) };
  } catch (error) {
    throw error instanceof OutsideError ? error : new OutsideError(address, "did not answer with JSON", error);
  }
}

async function textOf(response: Response, address: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of body ?? []) {
    parts.push(part);
    bytes += part.length;
    if (bytes > LARGEST_BYTES) throw new OutsideError(address, "answered with too much");
  }
  return Buffer.concat(parts).toString("utf8");
}
