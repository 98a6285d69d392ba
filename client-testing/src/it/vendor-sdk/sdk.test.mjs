// The vendor's SDK of npm, used as its README shows, against the embedded server.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import test from "node:test";
import {
  Extend,
  ExtendClient,
  WebhookSignatureVerificationError,
  extendCurrency,
  extendDate,
} from "extend-ai";
import { z } from "zod";

const baseUrl = process.env.EXTEND_BASE_URL;
const client = new ExtendClient({ token: process.env.EXTEND_API_KEY, baseUrl, maxRetries: 0 });
const fast = { polling: { initialDelayMs: 50, maxDelayMs: 200, maxWaitMs: 20_000 } };

const INVOICE = "Invoice number: INV-7\nInvoice date: 3 March 2026\nTotal: $ 135.00\n";

const upload = (name, text) => client.files.upload(new File([text], name, { type: "text/plain" }), {});

test("a file is uploaded, read, listed and deleted", async () => {
  const file = await upload("upload.txt", INVOICE);
  assert.equal(file.object, "file");
  assert.equal(file.type, "TXT");

  const read = await client.files.retrieve(file.id);
  assert.equal(await (await fetch(read.presignedUrl)).text(), INVOICE);
  const listed = await client.files.list({ nameContains: "upload" });
  assert.deepEqual(listed.data.map((one) => one.id), [file.id]);

  assert.deepEqual(await client.files.delete(file.id), { id: file.id });
  await assert.rejects(client.files.retrieve(file.id), (error) => {
    assert.ok(error instanceof Extend.NotFoundError);
    assert.equal(error.statusCode, 404);
    assert.equal(error.body.code, "NOT_FOUND");
    return true;
  });
});

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

test("a document is classified and split, a workflow runs", async () => {
  const classifications = [
    { id: "invoice", type: "invoice", description: "A bill" },
    { id: "other", type: "other", description: "All else" },
  ];
  const file = await upload("classify.txt", INVOICE);
  const classified = await client.classify({ file: { id: file.id }, config: { classifications } });
  assert.equal(classified.output.id, "invoice");
  const split = await client.splitRuns.createAndPoll(
    { file: { id: file.id }, config: { splitClassifications: classifications } },
    fast,
  );
  assert.equal(split.output.splits[0].type, "invoice");

  const extractor = await client.extractors.create({
    name: "Invoices",
    config: { schema: z.object({ total: extendCurrency() }) },
  });
  const workflow = await client.workflows.create({
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
  const run = await client.workflowRuns.createAndPoll(
    { workflow: { id: workflow.id }, file: { id: file.id } },
    fast,
  );
  assert.equal(run.status, "PROCESSED");
  assert.deepEqual(
    run.stepRuns.map((step) => step.stepType),
    ["PARSE", "EXTRACT"],
  );
});

test("a webhook is delivered, verified and parsed", async () => {
  const received = [];
  const hook = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ body: Buffer.concat(chunks).toString("utf8"), headers: request.headers });
    response.end();
    hook.emit("delivery");
  }).listen(0, "127.0.0.1");
  await once(hook, "listening");
  try {
    const endpoint = await client.webhookEndpoints.create({
      url: `http://127.0.0.1:${hook.address().port}/hook`,
      name: "SDK",
      apiVersion: "2026-02-09",
      enabledEvents: ["extract_run.processed"],
    });
    const delivered = once(hook, "delivery", { signal: AbortSignal.timeout(20_000) });
    const run = await client.extractRuns.create({
      file: { text: INVOICE },
      config: {
        schema: {
          type: "object",
          properties: { invoice_number: { type: ["string", "null"] } },
          required: ["invoice_number"],
          additionalProperties: false,
        },
      },
    });
    await delivered;

    const [{ body, headers }] = received;
    const event = client.webhooks.verifyAndParse(body, headers, endpoint.signingSecret);
    assert.equal(event.eventType, "extract_run.processed");
    assert.equal(event.payload.id, run.id);
    assert.throws(
      () => client.webhooks.verifyAndParse(`${body} `, headers, endpoint.signingSecret),
      WebhookSignatureVerificationError,
    );
    assert.deepEqual(await client.webhookEndpoints.delete(endpoint.id), { id: endpoint.id });
  } finally {
    hook.close();
    hook.closeAllConnections();
  }
});

test("a large webhook payload is fetched from its signed URL", async () => {
  const hook = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    response.end();
    hook.emit("delivery", Buffer.concat(chunks).toString("utf8"), request.headers);
  }).listen(0, "127.0.0.1");
  await once(hook, "listening");
  try {
    const endpoint = await client.webhookEndpoints.create({
      url: `http://127.0.0.1:${hook.address().port}/hook`,
      name: "SDK by URL",
      apiVersion: "2026-02-09",
      enabledEvents: ["extractor.created"],
      advancedOptions: { payload: { format: "url", urlThresholdBytes: 1 } },
    });
    const delivered = once(hook, "delivery", { signal: AbortSignal.timeout(20_000) });
    const extractor = await client.extractors.create({ name: "Large" });
    const [body, headers] = await delivered;

    const event = client.webhooks.verifyAndParse(body, headers, endpoint.signingSecret, {
      allowSignedUrl: true,
    });
    assert.ok(client.webhooks.isSignedUrlEvent(event));
    assert.equal(event.payload.id, extractor.id);
    const full = await client.webhooks.fetchSignedPayload(event);
    assert.equal(full.payload.name, "Large");
    await client.webhookEndpoints.delete(endpoint.id);
  } finally {
    hook.close();
    hook.closeAllConnections();
  }
});

test("a wrong key and a wrong request are told apart", async () => {
  const stranger = new ExtendClient({ token: "sk_other", baseUrl, maxRetries: 0 });
  await assert.rejects(stranger.files.list({}), Extend.UnauthorizedError);
  await assert.rejects(client.files.list({ maxPageSize: 5000 }), (error) => {
    assert.ok(error instanceof Extend.BadRequestError);
    assert.equal(error.body.code, "INVALID_REQUEST");
    return true;
  });
});

test("a run is cancelled right after its creation", async () => {
  const run = await client.extractRuns.create({
    file: { text: INVOICE },
    config: { schema: { type: "object", properties: {}, required: [], additionalProperties: false } },
  });
  assert.equal((await client.extractRuns.cancel(run.id)).status, "CANCELLED");
  const classified = await client.classifyRuns.create({
    file: { text: INVOICE },
    config: { classifications: [{ id: "other", type: "other", description: "All" }] },
  });
  assert.equal((await client.classifyRuns.cancel(classified.id)).status, "CANCELLED");
});

test("processors of each kind are made, read, changed, published and listed", async () => {
  const classifications = [{ id: "other", type: "other", description: "All else" }];
  for (const [group, versions, config] of [
    [client.extractors, client.extractorVersions, { schema: z.object({ total: extendCurrency() }) }],
    [client.classifiers, client.classifierVersions, { classifications }],
    [client.splitters, client.splitterVersions, { splitClassifications: classifications }],
  ]) {
    const made = await group.create({ name: "Kind", config });
    assert.equal((await group.retrieve(made.id)).name, "Kind");
    assert.equal((await group.update(made.id, { name: "Other" })).name, "Other");
    const listed = await group.list({});
    assert.ok(listed.data.some((one) => one.id === made.id));
    const version = await versions.create(made.id, { releaseType: "major" });
    assert.equal((await versions.retrieve(made.id, version.id)).id, version.id);
    assert.ok((await versions.list(made.id, {})).data.length > 0);
  }
});

test("runs are made in batches and found by them", async () => {
  const batch = await client.parseRuns.createBatch({
    inputs: [{ file: { text: "a" } }, { file: { text: "b" } }],
  });
  assert.equal((await client.batchRuns.get(batch.id)).id, batch.id);
  assert.equal((await client.parseRuns.list({ batchId: batch.id })).data.length, 2);
});

test("lists of all runs, workflows and endpoints are read", async () => {
  for (const group of [
    client.extractRuns,
    client.classifyRuns,
    client.splitRuns,
    client.editRuns,
    client.workflows,
    client.workflowRuns,
    client.webhookEndpoints,
    client.webhookSubscriptions,
    client.evaluationSets,
  ]) {
    if (group?.list) assert.equal((await group.list({})).object, "list");
  }
});
