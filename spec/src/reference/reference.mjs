// Writes a reference of one API version as a single HTML file that works without a network:
//   node reference.mjs <node_modules> <bundle.yaml> <folder of the Java samples> <output.html>
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { addSamples, javaSamples } from "./samples.mjs";

const [modules, bundle, samples, output] = process.argv.slice(2);
const yaml = createRequire(resolve(modules, "index.js"))("js-yaml");

const document = yaml.load(readFileSync(bundle, "utf8"));
addSamples(document, javaSamples(samples));
document.info.description += `

Each operation has a sample in Java and one in curl. The key is in the environment variable \`EXTEND_API_KEY\`. In Java,
\`extend\` is ${samples.includes("v20260209") ? "" : "`v20250421()` of "}the client: \`ExtendClient.builder().build()\`.`;
// The renderer would load its logo from the network.
const renderer = readFileSync(join(modules, "redoc/bundles/redoc.standalone.js"), "utf8").replaceAll(
  /https:\/\/cdn\.redoc\.ly[^"]*/g,
  "data:,",
);

// A closing tag within a script would end it.
const inline = (text) => text.replaceAll("</script", "<\\/script");

const options = {
  disableSearch: false,
  expandResponses: "200",
  hideDownloadButtons: true,
  jsonSamplesExpandLevel: 3,
  nativeScrollbars: true,
  pathInMiddlePanel: true,
  // The payload comes behind the samples.
  payloadSampleIdx: 2,
  schemasExpansionLevel: 0,
  sortPropsAlphabetically: false,
  theme: {
    rightPanel: { width: "48%" },
    typography: {
      fontFamily: "system-ui, sans-serif",
      headings: { fontFamily: "system-ui, sans-serif" },
      code: { fontFamily: "ui-monospace, monospace", fontSize: "12px" },
    },
  },
};

mkdirSync(dirname(output), { recursive: true });
writeFileSync(
  output,
  `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title} ${document.info.version}</title>
<style>body { margin: 0; }</style>
</head>
<body>
<div id="reference"></div>
<script>${inline(renderer)}</script>
<script>
Redoc.init(
  ${inline(JSON.stringify(document))},
  ${JSON.stringify(options)},
  document.getElementById("reference"));
</script>
</body>
</html>
`,
);
