import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { addSamples, curl, javaSamples } from "./samples.mjs";

const document = { servers: [{ url: "https://api.example" }], paths: {} };
const id = { name: "id", in: "path", example: "file_1" };

test("a read is a plain command with the examples of its parameters", () => {
  const parameters = [
    id,
    { name: "sortBy", in: "query", example: "updatedAt" },
    { name: "status", in: "query" },
    { name: "nextPageToken", in: "query", example: "abc", "x-extend-page-token": true },
    { name: "x-version", in: "header", schema: { default: "1" }, "x-extend-client-header": true },
  ];
  assert.equal(
    curl(document, "/files/{id}", "get", { parameters }),
    `curl 'https://api.example/files/file_1?sortBy=updatedAt' \\
  --header "Authorization: Bearer $EXTEND_API_KEY" \\
  --header 'x-version: 1'`,
  );
});

test("a body is the first example, safe from the shell", () => {
  const content = { "application/json": { examples: { one: { value: { name: "it's" } }, two: { value: {} } } } };
  assert.equal(
    curl(document, "/files", "post", { requestBody: { content } }),
    `curl 'https://api.example/files' \\
  --header "Authorization: Bearer $EXTEND_API_KEY" \\
  --header 'Content-Type: application/json' \\
  --data '{
  "name": "it'\\''s"
}'`,
  );
});

test("a file is a part of a form", () => {
  const schema = { properties: { file: { format: "binary" }, password: {} } };
  const content = {
    "multipart/form-data": { schema, examples: { one: { value: { file: "a.pdf", password: "b c" } } } },
  };
  assert.equal(
    curl(document, "/files/upload", "post", { requestBody: { content } }),
    `curl 'https://api.example/files/upload' \\
  --header "Authorization: Bearer $EXTEND_API_KEY" \\
  --form 'file=@a.pdf' \\
  --form 'password=b c'`,
  );
});

test("a request without a body names its method", () => {
  assert.match(curl(document, "/files/{id}", "delete", { parameters: [id] }), /^curl --request DELETE 'https/);
  assert.match(curl(document, "/runs/{id}/cancel", "post", { parameters: [id] }), /^curl --request POST 'https/);
});

test("samples in Java are the marked lines of the sources", () => {
  const folder = mkdtempSync(join(tmpdir(), "samples"));
  writeFileSync(
    join(folder, "FilesSamples.java"),
    "class FilesSamples {\n    // sample: files_list\n    extend\n        .files();\n    // end\n}\n",
  );
  assert.deepEqual(javaSamples(folder), new Map([["files_list", "extend\n    .files();"]]));
  rmSync(folder, { recursive: true });
});

test("an operation without a sample is named", () => {
  const paths = { "/files": { get: { operationId: "files_list" } } };
  assert.throws(() => addSamples({ ...document, paths }, new Map()), /^Error: files_list has no sample in Java$/);
});
