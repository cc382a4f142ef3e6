// An address that leads nowhere.
import { Empty } from "antd";
import { Link } from "react-router";
import { m } from "../paraglide/messages.js";
import { PageHeader } from "./page-header.tsx";

export function Missing() {
  return (
    <>
      <PageHeader title={m.missing_title()} />
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={m.missing_text()}>
        <Link to="/">{m.missing_back()}</Link>
      </Empty>
    </>
  );
}
