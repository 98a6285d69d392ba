// Parse runs, lists and batches.
import assert from "node:assert/strict";
import test from "node:test";
import { client } from "./client.mjs";
import { INVOICE, fast, upload } from "./documents.mjs";

test("a document is parsed, at once and by polling", async () => {
  const file = await upload("parse.txt", INVOICE);

  const now = await client.parse({ file: { id: file.id } });
  assert.match(now.output.chunks[0].content, /INV-7/);

  const run = await client.parseRuns.create({ file: { id: file.id } });
  assert.equal(run.status, "PROCESSING");
  const polled = await client.parseRuns.createAndPoll({ file: { id: file.id } }, fast);
  assert.equal(polled.status, "PROCESSED");
  assert.equal((await client.parseRuns.retrieve(polled.id)).output.chunks.length, 1);
});

test("a run that fails is returned with its reason", async () => {
  const run = await client.parseRuns.createAndPoll(
    { file: { id: (await upload("FAIL_OCR_ERROR.txt", "x")).id } },
    fast,
  );
  assert.equal(run.status, "FAILED");
  assert.equal(run.failureReason, "OCR_ERROR");
});

test("a list is read page by page", async () => {
  const made = [];
  for (let i = 0; i < 5; i++) {
    const file = await upload(`paged-${i}.txt`, "x");
    made.push((await client.parseRuns.create({ file: { id: file.id } })).id);
  }
  const found = [];
  let nextPageToken;
  do {
    const page = await client.parseRuns.list({
      fileNameContains: "paged-",
      maxPageSize: 2,
      nextPageToken,
    });
    assert.ok(page.data.length <= 2);
    found.push(...page.data.map((run) => run.id));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
  assert.deepEqual(found, made.toReversed());
  for (const id of found) {
    assert.deepEqual(await client.parseRuns.delete(id), { id });
  }
});

test("runs are made in batches and found by them", async () => {
  const batch = await client.parseRuns.createBatch({
    inputs: [{ file: { text: "a" } }, { file: { text: "b" } }],
  });
  assert.equal((await client.batchRuns.get(batch.id)).id, batch.id);
  assert.equal((await client.parseRuns.list({ batchId: batch.id })).data.length, 2);
});

test("a parse run is cancelled", async () => {
  const file = await upload("cancel.txt", INVOICE);
  const run = await client.parseRuns.create({ file: { id: file.id } });
  assert.equal((await client.parseRuns.cancel(run.id)).status, "CANCELLED");
});
