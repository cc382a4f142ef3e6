// The OpenAPI 3.1 document of the contract, made when it is first asked for.
import type { OpenAPI } from "@orpc/openapi";
import { z } from "zod";
import { apiPrefix, contract } from "./contract/contract.ts";
import { programExamples, programRequest } from "#clearance/contract/programs.ts";
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
  "200": { description: "征求的编号、逐人结论和合计。The head, a line for each name, the end.", content: lines },
  "400": { description: "内容有误，逐项指明。What is wrong, field by field." },
  "401": { description: "令牌缺失、有误、已过期或者已吊销。No token that holds." },
};

/** What personnel systems of other offices call, with a token that the security administrator issues. */
const programOperations: Readonly<Record<string, OpenAPI.OperationObject>> = {
  "streams.askFromProgram": {
    operationId: "streams.askFromProgram",
    summary: "征求廉政意见，一次最多一万人。Ask for clearance, at most ten thousand names at once.",
    description:
      "逐行边核查边返回；收到最后一行（type 为 end）才表示已经登记保存，没有收到的请用同一 key 重新征求；再次出现首行（type 为 request）的，此前各行作废。" +
      "Lines come as they are answered. Only the last one (type end) says that the request is kept; without it ask again with the same key. A head (type request) that comes again makes what came before it void.",
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
    responses: { ...answers, "422": { description: "不予办理，附理由。Refused, with reasons." } },
  },
  "streams.readFromProgram": {
    operationId: "streams.readFromProgram",
    summary:
      "查看本令牌征求的最近结论和回复函状态。The latest answers to a request of this token, and where its reply stands.",
    security: [{ program: [] }],
    parameters: [{ name: "requestId", in: "path", required: true, schema: { type: "string" } }],
    responses: {
      ...answers,
      "404": { description: "没有这一征求，或者不是本令牌提出。No such request of this token." },
    },
  },
};
