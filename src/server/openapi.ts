// The OpenAPI 3.1 document of the contract, made when it is first asked for.
import type { OpenAPI } from "@orpc/openapi";
import { apiPrefix, contract } from "#api/contract.ts";
import { listEndpoints } from "./endpoints.ts";

let made: Promise<OpenAPI.Document> | undefined;

export function describeApi(): Promise<OpenAPI.Document> {
  made ??= describe();
  return made;
}

async function describe(): Promise<OpenAPI.Document> {
  // Loaded here because a server that nobody asks for the document starts faster without its makers.
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([
    import("@orpc/openapi"),
    import("@orpc/zod/zod4"),
  ]);
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: "问责 Wenze", version: "1" },
    servers: [{ url: apiPrefix }],
  });
  const files = listEndpoints().filter(({ stream }) => stream);
  for (const { name, method, path } of files) {
    const below = path.slice(apiPrefix.length).replaceAll(/:(\w+)/gu, "{$1}");
    const operation = { operationId: name, responses: { "200": { description: "OK" } } };
    document.paths ??= {};
    document.paths[below] = { ...document.paths[below], [method.toLowerCase()]: operation };
  }
  return document;
}
