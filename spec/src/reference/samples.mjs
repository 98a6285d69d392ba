// Samples of the reference: in curl from the examples of the document, in Java from the sources that the build compiles.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

// The example of a parameter that a first request has: the token of a page comes from the page before.
const exampleOf = (parameter) => (parameter["x-extend-page-token"] ? undefined : parameter.example);

const fileParts = (content) =>
  Object.entries(content.schema.properties ?? {})
    .filter(([, property]) => property.format === "binary")
    .map(([name]) => name);

function body(content) {
  const json = content["application/json"];
  const form = content["multipart/form-data"];
  const [{ value }] = Object.values((json ?? form).examples);
  if (json) {
    return ["--header 'Content-Type: application/json'", `--data ${quoted(JSON.stringify(value, null, 2))}`];
  }
  const files = fileParts(form);
  return Object.entries(value).map(
    ([name, part]) => `--form ${quoted(`${name}=${files.includes(name) ? "@" : ""}${part}`)}`,
  );
}

/** A request of an operation as a command. */
export function curl(document, path, method, operation) {
  const parameters = operation.parameters ?? [];
  let url = document.servers[0].url + path;
  const query = new URLSearchParams();
  const options = [];
  for (const parameter of parameters) {
    const example = exampleOf(parameter);
    if (parameter.in === "path") {
      url = url.replace(`{${parameter.name}}`, encodeURIComponent(example));
    } else if (parameter.in === "query" && example !== undefined) {
      query.append(parameter.name, example);
    } else if (parameter.schema?.default !== undefined && parameter["x-extend-client-header"]) {
      options.push(`--header '${parameter.name}: ${parameter.schema.default}'`);
    }
  }
  if (query.size > 0) {
    url += `?${query}`;
  }
  options.unshift('--header "Authorization: Bearer $EXTEND_API_KEY"');
  if (operation.requestBody) {
    options.push(...body(operation.requestBody.content));
  }
  const plain = method === "get" || (method === "post" && operation.requestBody);
  const command = plain ? `curl ${quoted(url)}` : `curl --request ${method.toUpperCase()} ${quoted(url)}`;
  return [command, ...options].join(" \\\n  ");
}

/** The samples of Java sources, by operation ID. */
export function javaSamples(folder) {
  if (!existsSync(folder)) {
    throw new Error(`${folder} is missing: run mvn -pl client-generated -am -DskipTests package first`);
  }
  const samples = new Map();
  for (const file of readdirSync(folder)) {
    const source = readFileSync(join(folder, file), "utf8");
    for (const [, id, lines] of source.matchAll(/^ *\/\/ sample: (\w+)\n([^]*?)\n *\/\/ end$/gm)) {
      samples.set(id, lines.replace(/^ {4}/gm, ""));
    }
  }
  return samples;
}

/** Gives each operation its samples. */
export function addSamples(document, java) {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const source = java.get(operation.operationId);
      if (source === undefined) {
        throw new Error(`${operation.operationId} has no sample in Java`);
      }
      operation["x-codeSamples"] = [
        { lang: "Java", source },
        { lang: "Shell", label: "curl", source: curl(document, path, method, operation) },
      ];
    }
  }
}
