// The built browser part: its files, and its one page for every address that is no file.
import statics from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { apiPrefix } from "./contract/contract.ts";
import { send } from "./gate.ts";
import { problems } from "./words.ts";

export async function registerPages(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(statics, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      // Names below assets/ carry a hash of their content; the page itself is asked for anew each time.
      response.header(
        "cache-control",
        /[\\/]assets[\\/]/u.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  server.get("/", (_request, reply) => reply.sendFile("index.html"));
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" && !request.url.startsWith(`${apiPrefix}/`) && !/\.\w+($|\?)/u.test(request.url);
    return isPage ? reply.sendFile("index.html") : send(reply, problems.noSuchPath);
  });
}
