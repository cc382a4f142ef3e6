// The OpenAPI 3.1 document of the contract, made when it is first asked for.
import type { ConditionalSchemaConverter, OpenAPI } from "@orpc/openapi";
import { z } from "zod";
import { apiPrefix, contract } from "./contract/contract.ts";
import { programExamples, programRequest } from "#clearance/contract/programs.ts";
import { isUnparsed } from "#kernel/contract/unparsed.ts";
import { listEndpoints } from "./endpoints.ts";
import { programDocument } from "./words.ts";

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
  const zod = new ZodToJsonSchemaConverter();
  const ofUnparsed: ConditionalSchemaConverter = {
    condition: isUnparsed,
    convert: (schema, options) => zod.convert(isUnparsed(schema) ? schema.shape : schema, options),
  };
  const generator = new OpenAPIGenerator({ schemaConverters: [zod, ofUnparsed] });
  const document = await generator.generate(contract, {
    info: { title: programDocument.title, version: "1" },
    servers: [{ url: apiPrefix }],
  });
  const files = listEndpoints().filter(({ stream }) => stream);
  for (const { name, method, path } of files) {
    const below = path.slice(apiPrefix.length).replaceAll(/:(\w+)/gu, "{$1}");
    const operation = programOperations[name] ?? { operationId: name, responses: { "200": { description: "OK" } } };
    document.paths ??= {};
    document.paths[below] = { ...document.paths[below], [method.toLowerCase()]: operation };
  }
  document.components ??= {};
  document.components.securitySchemes = { program: { type: "http", scheme: "bearer" } };
  return document;
}

const lines = {
  "application/x-ndjson": {
    schema: { type: "string" as const, description: "JSON Lines: one object a line" },
    example: programExamples.answer.map((line) => JSON.stringify(line)).join("\n"),
  },
};
const answers = {
  "200": { description: programDocument.answered, content: lines },
  "400": { description: programDocument.invalid },
  "401": { description: programDocument.noToken },
};

/** What personnel systems of other offices call, with a token that the security administrator issues. */
const programOperations: Readonly<Record<string, OpenAPI.OperationObject>> = {
  "streams.askFromProgram": {
    operationId: "streams.askFromProgram",
    summary: programDocument.ask,
    description: programDocument.askAtLength,
    security: [{ program: [] }],
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: z.toJSONSchema(programRequest, { io: "input" }) as OpenAPI.SchemaObject, // both are JSON Schema 2020-12
          example: programExamples.request,
        },
      },
    },
    responses: { ...answers, "422": { description: programDocument.refused } },
  },
  "streams.readFromProgram": {
    operationId: "streams.readFromProgram",
    summary: programDocument.read,
    security: [{ program: [] }],
    parameters: [{ name: "requestId", in: "path", required: true, schema: { type: "string" } }],
    responses: {
      ...answers,
      "404": { description: programDocument.notFound },
    },
  },
};
