// Files.
import assert from "node:assert/strict";
import test from "node:test";
import { Extend } from "extend-ai";
import { client } from "./client.mjs";
import { INVOICE, upload } from "./documents.mjs";

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
