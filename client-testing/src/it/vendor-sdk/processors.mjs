// Extractors, classifiers, splitters and their versions.
import assert from "node:assert/strict";
import test from "node:test";
import { extendCurrency } from "extend-ai";
import { z } from "zod";
import { client } from "./client.mjs";

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
