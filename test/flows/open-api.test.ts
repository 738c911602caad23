import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly security?: unknown; readonly "x-permission"?: string }>>>
  >;
}

test("the served description is valid OpenAPI 3.1 and names every route of the contract", async () => {
  const document = await city.json<Document>("/api/v1/openapi.json");
  expect(document.openapi).toMatch(/^3\.1\./);
  const result = await new Validator().validate(structuredClone(document) as object as Record<string, unknown>);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      "/api/v1/subjects",
      "/api/v1/subjects/{subject}",
      "/api/v1/subjects/{subject}/records",
      "/api/v1/records/{recordId}",
      "/api/v1/batches",
      "/api/v1/batches/{batchId}",
      "/api/v1/batches/{batchId}/errors",
      "/api/v1/batches/{batchId}/annotated",
      "/api/v1/publicity",
      "/api/v1/publicity/timeliness",
      "/api/v1/catalogue",
      "/api/v1/catalogue/{item}",
      "/api/v1/deadline",
    ]),
  );
});

test("every operation that writes or reads what is not public asks for the key; the rest answers anybody", async () => {
  const { paths } = await city.json<Document>("/api/v1/openapi.json");
  const guarded = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      guarded: operation.security !== undefined,
      permission: operation["x-permission"],
    })),
  );
  const openPosts = guarded.filter((route) => route.method === "post" && !route.guarded).map((route) => route.path);
  // Whoever signs in has no credentials yet.
  expect(openPosts).toEqual([
    "/api/v1/session",
    "/api/v1/session/second-factor",
    "/api/v1/invitations",
    "/api/v1/session/passkey/options",
    "/api/v1/session/passkey",
    "/api/v1/session/sign-on",
    "/api/v1/session/sign-on/answer",
  ]);
  expect(guarded.filter((route) => route.guarded !== (route.permission !== "public"))).toEqual([]);
  const answers = await Promise.all(
    guarded
      .filter((route) => route.guarded)
      .map(async ({ path, method }) => {
        const url = city.base + path.replaceAll(/\{\w+\}/g, "00000000-0000-7000-8000-000000000000");
        return (await fetch(url, { method: method.toUpperCase() })).status;
      }),
  );
  expect(new Set(answers)).toEqual(new Set([401]));
});

test("deadlines over HTTP show their arithmetic, and a missing calendar is named", async () => {
  const counted = await city.json<{ due: string; counted: unknown[] }>("/api/v1/deadline?from=2017-09-22");
  expect([counted.due, counted.counted.length]).toEqual(["2017-10-09", 7]);
  const missing = await city.get("/api/v1/deadline?from=2015-03-02");
  expect(missing.status).toBe(422);
  expect(await missing.json()).toMatchObject({ missing: "data/calendar/2015.json" });
});
