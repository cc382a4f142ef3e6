// Where the browser part begins.

import { createRoot } from "react-dom/client";
import { m } from "./paraglide/messages.js";

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no #root");
createRoot(place).render(<h1>{m.app_name()}</h1>);
