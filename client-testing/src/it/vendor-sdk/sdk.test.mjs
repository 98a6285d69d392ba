// The vendor's SDK of npm against the embedded server: each of its methods succeeds in a test.
import assert from "node:assert/strict";
import test from "node:test";
import { allMethods, isCalled } from "./client.mjs";
import "./files.mjs";
import "./parsing.mjs";
import "./processing.mjs";
import "./processors.mjs";
import "./workflows.mjs";
import "./forms.mjs";
import "./evaluation.mjs";
import "./webhooks.mjs";
import "./legacy.mjs";
import "./errors.mjs";

// forms.mjs says why it cannot succeed.
const REFUSED = ["editTemplates.retrieve"];

// Node runs the tests in the order of the imports, this one last.
test("each method of the SDK is called", () => {
  const missing = allMethods().filter((method) => !isCalled(method));
  assert.deepEqual(missing, REFUSED);
});
