/** Builds the review application into `dist/web`, which the server serves. No plugin downloads; no chunk is inlined, for the strict CSP. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `npm run dev:web` finds a server that runs already. */
const SERVER = process.env.TRANSLOINC_SERVER ?? "http://127.0.0.1:8787";

export default defineConfig({
  root: "web",
  plugins: [react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": SERVER } },
});
