import { defineConfig } from "vite";

export default defineConfig({
  root: "src/web/desk",
  base: "/desk/",
  publicDir: false,
  // The server puts a new nonce in its place each time it gives the page out.
  html: { cspNonce: "__NONCE__" },
  // For `npx vite` beside a running platform; what is built is served by the platform itself.
  server: { proxy: { "/api": `http://127.0.0.1:${process.env["PORT"] ?? "3000"}` } },
  build: {
    outDir: "../../../dist/desk",
    emptyOutDir: true,
    manifest: true,
    // A data: address as a script or style would be refused by the page's policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      // Directives for servers that render React mean nothing here, and packages carry hundreds of them.
      checks: { moduleLevelDirective: false },
    },
  },
});
