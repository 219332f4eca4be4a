import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "web/src/**/*.test.ts"],
    setupFiles: ["test/property-seed.ts"],
    // what the person who runs the tests has installed must not change them
    env: { XDG_DATA_HOME: new URL("./no-installed-references", import.meta.url).pathname },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
