// Bundles the extension into one file. `--watch` does so again after every change.
import { context } from "esbuild";

const watch = process.argv.includes("--watch");
const bundle = await context({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  minify: !watch,
  sourcemap: watch ? "linked" : false,
  logLevel: "warning",
});
if (watch) {
  await bundle.watch();
} else {
  await bundle.rebuild();
  await bundle.dispose();
}
