// Workflows, their versions and runs.
import assert from "node:assert/strict";
import test from "node:test";
import { Extend, extendCurrency } from "extend-ai";
import { z } from "zod";
import { client } from "./client.mjs";
import { INVOICE, fast, upload } from "./documents.mjs";

const create = async () => {
  const extractor = await client.extractors.create({
    name: "Invoices",
    config: { schema: z.object({ total: extendCurrency() }) },
  });
  return client.workflows.create({
    name: "Invoices",
    steps: [
      { type: "TRIGGER", name: "start", next: [{ step: "parse" }] },
      { type: "PARSE", name: "parse", next: [{ step: "extract" }] },
      {
        type: "EXTRACT",
        name: "extract",
        config: { extractor: { id: extractor.id, version: "draft" } },
      },
    ],
  });
};

test("a workflow is read, renamed, listed and deployed", async () => {
  const workflow = await create();
  assert.equal((await client.workflows.retrieve(workflow.id)).name, "Invoices");
  const renamed = await client.workflows.update(workflow.id, { name: "Bills" });
  assert.equal(renamed.name, "Bills");
  const listed = await client.workflows.list({});
  assert.ok(listed.data.some((one) => one.id === workflow.id));

  const version = await client.workflowVersions.create(workflow.id, {});
  const read = await client.workflowVersions.retrieve(workflow.id, version.id);
  assert.equal(read.id, version.id);
  const versions = await client.workflowVersions.list(workflow.id, {});
  assert.ok(versions.data.some((one) => one.id === version.id));
});

test("a workflow run is polled, changed, listed and deleted", async () => {
  const workflow = await create();
  const file = await upload("workflow.txt", INVOICE);
  const request = { workflow: { id: workflow.id }, file: { id: file.id } };
  const runs = client.workflowRuns;

  const run = await runs.createAndPoll(request, fast);
  assert.equal(run.status, "PROCESSED");
  assert.deepEqual(
    run.stepRuns.map((step) => step.stepType),
    ["PARSE", "EXTRACT"],
  );
  const metadata = { batch: "first" };
  assert.deepEqual((await runs.update(run.id, { metadata })).metadata, metadata);
  assert.deepEqual((await runs.retrieve(run.id)).metadata, metadata);
  const listed = await runs.list({ workflowId: workflow.id });
  assert.deepEqual(listed.data.map((one) => one.id), [run.id]);
  assert.deepEqual(await runs.delete(run.id), { id: run.id });
  await assert.rejects(runs.retrieve(run.id), Extend.NotFoundError);

  const made = await runs.create(request);
  assert.equal((await runs.cancel(made.id)).status, "CANCELLED");
});

test("workflow runs are made in a batch and found by it", async () => {
  const workflow = await create();
  const batch = await client.workflowRuns.createBatch({
    workflow: { id: workflow.id },
    inputs: [{ file: { text: "a" } }, { file: { text: "b" } }],
  });
  const listed = await client.workflowRuns.list({ batchId: batch.batchId });
  assert.equal(listed.data.length, 2);
});
