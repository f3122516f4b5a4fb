import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const api = process.env.DATELINE_API ?? "http://127.0.0.1:8321";

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../src/dateline/views/workbench",
    emptyOutDir: true,
    assetsInlineLimit: 0, // the server's policy allows files, not data: addresses, for scripts and fonts
    modulePreload: { polyfill: false }, // it would be an inline script
    target: "es2022",
    chunkSizeWarningLimit: 1100,
  },
  server: { proxy: { "/api": { target: api, changeOrigin: true } } },
});
