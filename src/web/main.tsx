// Where the browser part begins.
import "./old-browsers.ts";
import "./tokens.css";
import "./base.css";
import "./acts/forms.css";
import "./tables/filter.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { language } from "./language.ts";
import { m } from "./paraglide/messages.js";

document.documentElement.lang = language();
document.title = m.app_title();
const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no #root");
createRoot(place).render(<App />);
