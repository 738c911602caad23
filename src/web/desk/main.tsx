import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./desk.css";

const place = document.getElementById("desk");
if (!place) throw new Error("the page has no place for the desk");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Only now, so that the first paint never waits for a font; most officials' systems have one of their own.
globalThis.addEventListener("load", () => {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-font]")) link.rel = "stylesheet";
});
