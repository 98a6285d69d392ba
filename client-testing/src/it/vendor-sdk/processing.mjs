// Extract, classify and split runs.
import assert from "node:assert/strict";
import test from "node:test";
import { Extend, extendCurrency, extendDate } from "extend-ai";
import { z } from "zod";
import { client } from "./client.mjs";
import { CLASSIFICATIONS, INVOICE, SCHEMA, fast, upload } from "./documents.mjs";

test("fields are extracted by a Zod schema", async () => {
  const file = await upload("extract.txt", INVOICE);
  const config = {
    schema: z.object({
      invoice_number: z.string().nullable().describe("The number"),
      invoice_date: extendDate(),
      total: extendCurrency(),
    }),
  };

  const run = await client.extractRuns.createAndPoll({ file: { id: file.id }, config }, fast);
  assert.deepEqual(run.output.value, {
    invoice_number: "INV-7",
    invoice_date: "2026-03-03",
    total: { amount: 135, iso_4217_currency_code: "USD" },
  });
  const now = await client.extract({ file: { id: file.id }, config });
  assert.deepEqual(now.output.value, run.output.value);
  assert.deepEqual(await client.extractRuns.delete(run.id), { id: run.id });
  await assert.rejects(client.extractRuns.retrieve(run.id), Extend.NotFoundError);
});

test("a document is classified and split at once", async () => {
  const file = await upload("classify.txt", INVOICE);
  const classified = await client.classify({
    file: { id: file.id },
    config: { classifications: CLASSIFICATIONS },
  });
  assert.equal(classified.output.id, "invoice");
  const split = await client.split({
    file: { id: file.id },
    config: { splitClassifications: CLASSIFICATIONS },
  });
  assert.equal(split.output.splits[0].type, "invoice");
});

for (const [group, processors, property, config] of [
  ["extractRuns", "extractors", "extractor", { schema: SCHEMA }],
  ["classifyRuns", "classifiers", "classifier", { classifications: CLASSIFICATIONS }],
  ["splitRuns", "splitters", "splitter", { splitClassifications: CLASSIFICATIONS }],
]) {
  test(`${group}: runs are made, polled, read, listed, cancelled and deleted`, async () => {
    const runs = client[group];
    const file = await upload(`${group}.txt`, INVOICE);

    const made = await runs.create({ file: { id: file.id }, config });
    assert.equal((await runs.cancel(made.id)).status, "CANCELLED");

    const polled = await runs.createAndPoll({ file: { id: file.id }, config }, fast);
    assert.equal(polled.status, "PROCESSED");
    assert.deepEqual((await runs.retrieve(polled.id)).output, polled.output);
    const listed = await runs.list({ fileNameContains: file.name });
    assert.deepEqual(listed.data.map((run) => run.id), [polled.id, made.id]);

    assert.deepEqual(await runs.delete(polled.id), { id: polled.id });
    await assert.rejects(runs.retrieve(polled.id), Extend.NotFoundError);
  });

  test(`${group}: a batch is made and its runs are found by it`, async () => {
    const processor = await client[processors].create({ name: "Batch", config });
    const file = await upload("batch.txt", INVOICE);
    const batch = await client[group].createBatch({
      [property]: { id: processor.id, version: "draft" },
      inputs: [{ file: { id: file.id } }, { file: { id: file.id } }],
    });
    assert.equal((await client.batchRuns.get(batch.id)).runCount, 2);
    assert.equal((await client[group].list({ batchId: batch.id })).data.length, 2);
  });
}
