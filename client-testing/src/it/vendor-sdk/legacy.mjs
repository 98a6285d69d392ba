// The groups that the SDK marks as legacy.
import assert from "node:assert/strict";
import test from "node:test";
import { client } from "./client.mjs";
import { INVOICE } from "./documents.mjs";

const config = {
  type: "EXTRACT",
  fields: [{ id: "invoice_number", name: "invoice_number", type: "string", description: "" }],
};

test("a processor is made, renamed, listed and published", async () => {
  const { processor } = await client.processor.create({ name: "Old", type: "EXTRACT", config });
  const renamed = await client.processor.update(processor.id, { name: "Older" });
  assert.equal(renamed.processor.name, "Older");
  const listed = await client.processor.list({});
  assert.ok(listed.processors.some((one) => one.id === processor.id));

  const made = await client.processorVersion.create(processor.id, { releaseType: "major" });
  const id = made.processorVersion.id;
  assert.equal((await client.processorVersion.get(processor.id, id)).version.id, id);
  const { versions } = await client.processorVersion.list(processor.id, {});
  assert.ok(versions.some((one) => one.id === id));
});

test("a processor runs, and its runs are read, listed, cancelled and deleted", async () => {
  const { processor } = await client.processor.create({ name: "Old", type: "EXTRACT", config });
  const request = { processorId: processor.id, version: "draft", rawText: INVOICE };
  const { processorRun } = await client.processorRun.create({ ...request, sync: true });
  assert.equal(processorRun.status, "PROCESSED");
  const read = await client.processorRun.get(processorRun.id);
  assert.equal(read.processorRun.id, processorRun.id);
  const listed = await client.processorRun.list({ processorId: processor.id });
  assert.deepEqual(listed.processorRuns.map((run) => run.id), [processorRun.id]);
  const deleted = await client.processorRun.delete(processorRun.id);
  assert.equal(deleted.documentProcessorRunId, processorRun.id);

  const waiting = await client.processorRun.create(request);
  const cancelled = await client.processorRun.cancel(waiting.processorRun.id);
  assert.equal(cancelled.processorRun.status, "CANCELLED");
});
