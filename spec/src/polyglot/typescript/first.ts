import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { argv, env } from "node:process";
import { setTimeout } from "node:timers/promises";
import {
  ApiErrorFromJSON,
  Configuration,
  FilesApi,
  ParseRunsApi,
  ResponseError,
} from "./extend-2026-02-09/index.js";

const configuration = new Configuration({
  basePath: env.EXTEND_BASE_URL ?? "https://api.extend.ai",
  accessToken: env.EXTEND_API_KEY!,
  headers: { "x-extend-api-version": "2026-02-09" },
});
const files = new FilesApi(configuration);
const parseRuns = new ParseRunsApi(configuration);

const path = argv[2]!;
const file = await files.filesUpload({ file: new File([await openAsBlob(path)], basename(path)) });

let run = await parseRuns.parseRunsCreate({ parseRunCreateRequest: { file: { id: file.id } } });
while (run.status === "PENDING" || run.status === "PROCESSING") {
  await setTimeout(500);
  run = await parseRuns.parseRunsRetrieve({ id: run.id });
}
console.log(run.status);
for (const chunk of run.output?.chunks ?? []) {
  console.log(chunk.content);
  for (const block of chunk.blocks) {
    if (block.details.type === "table_details") {
      console.log(`table: ${block.details.rowCount} rows, ${block.details.columnCount} columns`);
    }
  }
}

const runs = await parseRuns.parseRunsList({ fileNameContains: file.name });
console.log(`runs of ${file.name}: ${runs.data.length}`);

await parseRuns.parseRunsDelete({ id: run.id });
await files.filesDelete({ id: file.id });
try {
  await files.filesRetrieve({ id: file.id });
} catch (failure) {
  if (!(failure instanceof ResponseError)) throw failure;
  const error = ApiErrorFromJSON(await failure.response.json());
  console.log(`${failure.response.status} ${error.code}`);
}
