// Evaluation sets, their items and runs over them.
import assert from "node:assert/strict";
import test from "node:test";
import { Extend } from "extend-ai";
import { client } from "./client.mjs";
import { INVOICE, SCHEMA, upload } from "./documents.mjs";

test("an evaluation set is made, filled and run", async () => {
  const extractor = await client.extractors.create({ name: "Evaluated", config: { schema: SCHEMA } });
  const set = await client.evaluationSets.create({ name: "Set", entityId: extractor.id });
  assert.equal((await client.evaluationSets.retrieve(set.id)).name, "Set");
  const sets = await client.evaluationSets.list({ entityId: extractor.id });
  assert.deepEqual(sets.data.map((one) => one.id), [set.id]);

  const file = await upload("evaluated.txt", INVOICE);
  const made = await client.evaluationSetItems.create(set.id, {
    items: [{ fileId: file.id, expectedOutput: { value: { invoice_number: "INV-8" } } }],
  });
  const item = made.evaluationSetItems[0];
  const items = await client.evaluationSetItems.list(set.id, {});
  assert.deepEqual(items.data.map((one) => one.id), [item.id]);
  const expectedOutput = { value: { invoice_number: "INV-7" } };
  await client.evaluationSetItems.update(set.id, item.id, { expectedOutput });
  const read = await client.evaluationSetItems.retrieve(set.id, item.id);
  assert.equal(read.expectedOutput.value.invoice_number, "INV-7");

  const run = await client.evaluationSetRuns.create({ evaluationSetId: set.id });
  assert.equal((await client.evaluationSetRuns.retrieve(run.id)).id, run.id);
  // The legacy name of the same run.
  const legacy = await client.batchProcessorRun.get(run.id);
  assert.equal(legacy.batchProcessorRun.id, run.id.replace("evr_", "bpr_"));

  assert.deepEqual(await client.evaluationSetItems.delete(set.id, item.id), { id: item.id });
  await assert.rejects(client.evaluationSetItems.retrieve(set.id, item.id), Extend.NotFoundError);
});
