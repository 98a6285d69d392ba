// Errors.
import assert from "node:assert/strict";
import test from "node:test";
import { Extend, ExtendClient } from "extend-ai";
import { baseUrl, client } from "./client.mjs";

test("a wrong key and a wrong request are told apart", async () => {
  const stranger = new ExtendClient({ token: "sk_other", baseUrl, maxRetries: 0 });
  await assert.rejects(stranger.files.list({}), Extend.UnauthorizedError);
  await assert.rejects(client.files.list({ maxPageSize: 5000 }), (error) => {
    assert.ok(error instanceof Extend.BadRequestError);
    assert.equal(error.body.code, "INVALID_REQUEST");
    return true;
  });
});
