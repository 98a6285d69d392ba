// Webhook endpoints, subscriptions and deliveries.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import test from "node:test";
import { WebhookSignatureVerificationError } from "extend-ai";
import { client } from "./client.mjs";
import { INVOICE, SCHEMA } from "./documents.mjs";

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
      config: { schema: SCHEMA },
    });
    await delivered;

    const [{ body, headers }] = received;
    const event = client.webhooks.verifyAndParse(body, headers, endpoint.signingSecret);
    assert.equal(event.eventType, "extract_run.processed");
    assert.equal(event.payload.id, run.id);
    assert.ok(client.webhooks.verify(body, headers, endpoint.signingSecret));
    assert.equal(client.webhooks.parse(body).eventId, event.eventId);
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

test("an endpoint is read, changed, listed and subscribed", async () => {
  const endpoint = await client.webhookEndpoints.create({
    url: "https://example.com/hook",
    name: "First",
    apiVersion: "2026-02-09",
    enabledEvents: ["extract_run.processed"],
  });
  assert.equal((await client.webhookEndpoints.retrieve(endpoint.id)).name, "First");
  const changed = await client.webhookEndpoints.update(endpoint.id, { name: "Second" });
  assert.equal(changed.name, "Second");
  const endpoints = await client.webhookEndpoints.list({});
  assert.ok(endpoints.data.some((one) => one.id === endpoint.id));

  const extractor = await client.extractors.create({ name: "Subscribed" });
  const subscription = await client.webhookSubscriptions.create({
    webhookEndpointId: endpoint.id,
    resourceType: "extractor",
    resourceId: extractor.id,
    enabledEvents: ["extract_run.processed"],
  });
  const read = await client.webhookSubscriptions.retrieve(subscription.id);
  assert.equal(read.resourceId, extractor.id);
  const updated = await client.webhookSubscriptions.update(subscription.id, {
    enabledEvents: ["extract_run.failed"],
  });
  assert.deepEqual(updated.enabledEvents, ["extract_run.failed"]);
  const subscriptions = await client.webhookSubscriptions.list({});
  assert.ok(subscriptions.data.some((one) => one.id === subscription.id));

  assert.deepEqual(await client.webhookSubscriptions.delete(subscription.id), {
    id: subscription.id,
  });
  assert.deepEqual(await client.webhookEndpoints.delete(endpoint.id), { id: endpoint.id });
});
