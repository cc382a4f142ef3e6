// The application for the length of one command, closed whatever happens.
import { openGround, settle } from "#app/app.ts";
import type { App } from "#app/app.ts";
import { Failure } from "./failure.ts";
import { placeOf } from "./place.ts";

export async function withApp(data: string | undefined, work: (app: App) => Promise<number>): Promise<number> {
  const ground = await openGround(placeOf(data));
  try {
    const app = await settle(ground);
    if (app === null)
      throw new Failure(
        "数据库是空的，请先用 wenze start 启动一次",
        "The database is empty; run wenze start once first",
      );
    return await work(app);
  } finally {
    await ground.database.close();
  }
}
