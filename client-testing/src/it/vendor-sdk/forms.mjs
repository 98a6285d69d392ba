// Edit runs, form detection, edit schemas and edit templates.
import assert from "node:assert/strict";
import test from "node:test";
import { Extend } from "extend-ai";
import { client } from "./client.mjs";
import { fast, form, upload } from "./documents.mjs";

const uploadForm = () => upload("form.pdf", form(), "application/pdf");

const filled = (value) => ({
  schema: { type: "object", properties: { name: { type: "string", "extend_edit:value": value } } },
});

test("a form is filled, at once and by polling", async () => {
  const file = await uploadForm();
  const now = await client.edit({ file: { id: file.id }, config: filled("Ada") });
  assert.deepEqual(now.output.filledValues, { name: "Ada" });

  const made = await client.editRuns.create({ file: { id: file.id }, config: filled("Bob") });
  assert.equal(made.status, "PROCESSING");
  const polled = await client.editRuns.createAndPoll(
    { file: { id: file.id }, config: filled("Eve") },
    fast,
  );
  assert.equal(polled.status, "PROCESSED");
  const read = await client.editRuns.retrieve(polled.id);
  assert.deepEqual(read.output.filledValues, { name: "Eve" });
  assert.deepEqual(await client.editRuns.delete(polled.id), { id: polled.id });
  await assert.rejects(client.editRuns.retrieve(polled.id), Extend.NotFoundError);
});

test("the fields of a form are detected", async () => {
  const file = await uploadForm();
  const now = await client.detectForm({ file: { id: file.id } });
  assert.deepEqual(Object.keys(now.output.schema.properties), ["name"]);
  const made = await client.formDetectionRuns.create({ file: { id: file.id } });
  assert.equal((await client.formDetectionRuns.retrieve(made.id)).id, made.id);
  const generated = await client.editSchemas.generate({ file: { id: file.id } });
  assert.equal(generated.schema.type, "object");
});

// The API has no operation that makes a template, so the SDK can only be refused one.
test("a template that is not there is refused", async () => {
  await assert.rejects(client.editTemplates.retrieve("edt_none"), Extend.NotFoundError);
});
