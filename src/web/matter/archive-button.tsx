// A link that saves a file for the archive: what is behind it is logged as an export.
import { Button } from "antd";
import { streamPath } from "../client.ts";

export function ArchiveButton({
  path,
  parameters = {},
  name,
}: {
  path: string;
  parameters?: Readonly<Record<string, string>>;
  name: string;
}) {
  return (
    <Button href={streamPath(path, parameters)} download>
      {name}
    </Button>
  );
}
