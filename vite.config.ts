/** Builds the review application into `dist/web`, which the server serves. Nothing is inlined, for the strict CSP. */
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Where `npm run dev:web` finds a server that runs already. */
const SERVER = process.env.TRANSLOINC_SERVER ?? "http://127.0.0.1:8787";

/** The words of react-aria in the languages that the screen does not speak are left out: a sixth of the whole. */
const frenchAndEnglishOnly: Plugin = {
  name: "french-and-english-only",
  enforce: "pre",
  load: (id) => {
    const locale = /react-(?:aria|stately)[^?]*\/intl\/(?:[\w-]+\/)?([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)?.[1];
    return locale === undefined || locale === "fr-FR" || locale === "en-US" ? null : "export default {};";
  },
};

export default defineConfig({
  root: "web",
  plugins: [frenchAndEnglishOnly, react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": SERVER } },
});
